package io.agentbay.reactive.local;

import io.agentbay.reactive.local.core.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls of a running service as any HTTP client would make them. */
final class LocalHttp {

    private final AgentBayLocal local;
    private final HttpClient http = HttpClient.newHttpClient();

    LocalHttp(AgentBayLocal local) {
        this.local = local;
    }

    /** One call with the service's own key; fields as name, value, name, value. */
    Map<String, Object> call(String action, String... fields) throws Exception {
        var form = new StringBuilder("Authorization=" + encode("Bearer " + local.apiKey()));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        var request = HttpRequest.newBuilder(URI.create(local.endpoint() + "/?Action=" + action))
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        return Json.object(
                "body", http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** One call's Data. */
    @SuppressWarnings("unchecked")
    Map<String, Object> data(String action, String... fields) throws Exception {
        return (Map<String, Object>) call(action, fields).get("Data");
    }

    String context(String name) throws Exception {
        return (String) data("GetContext", "Name", name, "AllowCreate", "true").get("Id");
    }

    String put(String url, String text) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofString(text));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("ETag")
                .orElse("");
    }

    String get(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
