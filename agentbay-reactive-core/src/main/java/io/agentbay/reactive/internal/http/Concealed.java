package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.common.ApiKey;
import io.agentbay.reactive.internal.transport.FormEncoding;
import io.agentbay.reactive.internal.transport.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parts of a request that no logger may see: Reactor Netty itself knows only host and method.
 *
 * @param target path and query
 * @param headers sent beside Host and Content-Length
 * @param moreBody appended to the body
 */
record Concealed(String target, Map<String, String> headers, byte[] moreBody) {

    private static final byte[] NOTHING = {};

    static Concealed of(HttpCall call, NettySettings settings) {
        var query = new LinkedHashMap<>(call.query());
        byte[] more = NOTHING;
        if (call.key() == HttpCall.KeyPlacement.QUERY) {
            query.putAll(authorization(settings.key()));
        } else if (call.key() == HttpCall.KeyPlacement.FORM) {
            var field = FormEncoding.encodeText(authorization(settings.key()));
            var first = call.form() == null || call.form().isEmpty();
            more = (first ? field : "&" + field).getBytes(StandardCharsets.US_ASCII);
        }
        return new Concealed(target(call.uri(), FormEncoding.encodeText(query)), headers(call, settings), more);
    }

    static Concealed of(URI signed, Map<String, String> headers) {
        return new Concealed(target(signed, ""), headers, NOTHING);
    }

    private static Map<String, String> authorization(ApiKey key) {
        return Map.of("Authorization", "Bearer " + key.reveal());
    }

    private static Map<String, String> headers(HttpCall call, NettySettings settings) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("User-Agent", settings.userAgent());
        if (call.form() != null) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        headers.putAll(call.headers());
        return headers;
    }

    private static String target(URI uri, String more) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var given = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        var query = given.isEmpty() || more.isEmpty() ? given + more : given + "&" + more;
        return query.isEmpty() ? path : path + "?" + query;
    }

    @Override
    public String toString() {
        return "<hidden>";
    }
}
