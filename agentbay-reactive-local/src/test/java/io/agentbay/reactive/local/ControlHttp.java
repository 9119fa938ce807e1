package io.agentbay.reactive.local;

import io.agentbay.reactive.local.core.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** The control API of a running service as any HTTP client would use it. */
final class ControlHttp {

    private final AgentBayLocal local;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ControlHttp(AgentBayLocal local) {
        this.local = local;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(local.endpoint() + "/_local" + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String json) throws Exception {
        return send(to(path).method(method, BodyPublishers.ofString(json)));
    }

    Map<String, Object> get(String path) throws Exception {
        return json(send(to(path)));
    }

    Map<String, Object> post(String path, String json) throws Exception {
        return json(send("POST", path, json));
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> items(String path) throws Exception {
        return (List<Map<String, Object>>) get(path).get("items");
    }

    static Map<String, Object> json(HttpResponse<String> response) {
        return Json.object("body", response.body());
    }
}
