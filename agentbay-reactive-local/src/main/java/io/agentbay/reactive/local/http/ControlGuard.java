package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.control.ControlReply;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Who may steer the service. On loopback everybody on this machine, but no page of another origin: such a page can send
 * requests here, by our address or by a name of its own that leads here. Elsewhere who has the service's first key, as
 * {@code Bearer} or as the password of {@code Basic}, which browsers ask for.
 */
record ControlGuard(Tenants tenants, boolean open) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    @Nullable
    ControlReply refusal(HttpServerRequest request) {
        String host = request.requestHeaders().get(HttpHeaderNames.HOST, "");
        if (open && !THIS_MACHINE.contains(withoutPort(host))) {
            return ControlReply.error(403, "Call this by the name localhost or by a loopback address.");
        }
        if (!open && !tenants.isFirst(key(request))) {
            return ControlReply.error(401, "Give the service's key, as Bearer or as the password of Basic.");
        }
        return foreign(request, host)
                ? ControlReply.error(403, "A page of another origin may not steer this service.")
                : null;
    }

    private static boolean foreign(HttpServerRequest request, String host) {
        String origin = request.requestHeaders().get(HttpHeaderNames.ORIGIN);
        String site = request.requestHeaders().get("Sec-Fetch-Site", "none");
        boolean reads = request.method().name().equals("GET");
        return origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)
                || !reads && !site.equals("none") && !site.equals("same-origin");
    }

    private static String key(HttpServerRequest request) {
        String given = request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION, "");
        if (given.startsWith("Bearer ")) {
            return given.substring("Bearer ".length());
        }
        return given.startsWith("Basic ") ? password(given.substring("Basic ".length())) : "";
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded.trim()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }
}
