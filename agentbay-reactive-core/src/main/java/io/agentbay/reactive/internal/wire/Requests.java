package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.HttpCall.KeyPlacement;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns actions into requests: one URL, the action twice, a fresh time stamp and nonce each time. */
final class Requests {
    static final int MAX_ANSWER_BYTES = 32 * 1024 * 1024;
    private static final String VERSION = "2025-05-06";
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ISO_INSTANT.withZone(ZoneOffset.UTC);

    private final ClientRuntime runtime;
    private final URI endpoint;

    Requests(ClientRuntime runtime, URI endpoint) {
        this.runtime = runtime;
        this.endpoint = endpoint.getRawPath().isEmpty() ? endpoint.resolve("/") : endpoint;
    }

    HttpCall of(Action action) {
        return new HttpCall(
                "POST",
                endpoint,
                Map.of("x-acs-action", action.name, "x-acs-version", VERSION),
                query(action),
                action.form,
                null,
                action.key,
                MAX_ANSWER_BYTES);
    }

    /** A call of a session's own link; the key stays at home, the token goes instead. */
    HttpCall link(URI link, String token, byte[] json) {
        return new HttpCall(
                "POST",
                link,
                Map.of("Content-Type", "application/json", "X-Access-Token", token),
                Map.of(),
                null,
                json,
                KeyPlacement.NONE,
                MAX_ANSWER_BYTES);
    }

    /** An id of the official form for a call of a link. */
    String linkRequestId() {
        return "link-" + runtime.clock().millis() + "-" + runtime.random().nextInt(100_000_000, 1_000_000_000);
    }

    private Map<String, String> query(Action action) {
        var query = new LinkedHashMap<String, String>();
        query.put("Action", action.name);
        query.put("Format", "json");
        query.put("SignatureNonce", nonce());
        query.put("Version", VERSION);
        query.put("Timestamp", TIMESTAMP.format(runtime.clock().instant().truncatedTo(ChronoUnit.SECONDS)));
        query.putAll(action.query);
        return query;
    }

    private String nonce() {
        var bytes = new byte[16];
        runtime.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
