package io.agentbay.reactive.local;

import io.agentbay.reactive.local.core.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls with one key of a running service. */
final class KeyHttp {

    private final URI endpoint;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    KeyHttp(URI endpoint, String key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    Map<String, Object> call(String action, String... fields) throws Exception {
        return Json.object("body", response(action, fields).body());
    }

    HttpResponse<String> response(String action, String... fields) throws Exception {
        StringBuilder form = new StringBuilder("Authorization=" + encode("Bearer " + key));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/?Action=" + encode(action)))
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String context(String name) throws Exception {
        Map<?, ?> data = (Map<?, ?>)
                call("GetContext", "Name", name, "AllowCreate", "true").get("Data");
        return (String) data.get("Id");
    }

    String url(String action, String context, String path) throws Exception {
        Map<?, ?> data =
                (Map<?, ?>) call(action, "ContextId", context, "FilePath", path).get("Data");
        return (String) data.get("Url");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
