package io.agentbay.reactive.stub;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One request as a {@link ScriptedService} saw it, decoded. Header names ignore case; field order is as sent. */
public record Recorded(
        String method,
        String path,
        Map<String, String> headers,
        Map<String, String> query,
        Map<String, String> form,
        byte[] body) {

    static Recorded of(String method, String uri, Map<String, String> headers, byte[] body) {
        var target = URI.create(uri);
        var byName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        boolean isForm = byName.getOrDefault("Content-Type", "").startsWith("application/x-www-form-urlencoded");
        var text = new String(body, StandardCharsets.UTF_8);
        return new Recorded(
                method, target.getPath(), byName, decode(target.getRawQuery()), isForm ? decode(text) : Map.of(), body);
    }

    /** The action, or for anything but {@code /} the path. */
    public String key() {
        return path.equals("/") ? query.getOrDefault("Action", "") : path;
    }

    /** A field from the body or else the query; {@code null} if absent. */
    public String field(String name) {
        return form.getOrDefault(name, query.get(name));
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Decodes {@code a=b&c=d}. */
    public static Map<String, String> decode(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        if (encoded == null || encoded.isEmpty()) {
            return fields;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.put(
                    URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return fields;
    }
}
