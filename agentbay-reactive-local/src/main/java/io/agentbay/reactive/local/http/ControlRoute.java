package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.control.ControlReply;
import io.agentbay.reactive.local.control.ControlRequest;
import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.UrlGrant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The control API and the page, below {@code /_local/}: to this machine, or to who has the service's key. */
final class ControlRoute implements Route {

    static final String PATH = "/_local";

    private static final int BODY = 64 * 1024;

    private final FrontTools tools;
    private final ControlGuard guard;
    private final ObjectGet get;

    ControlRoute(FrontTools tools, boolean open) {
        this.tools = tools;
        this.guard = new ControlGuard(tools.parts().tenants(), open);
        this.get = new ObjectGet(tools);
    }

    @Override
    public Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        ControlHeaders.set(response);
        ControlReply refusal = guard.refusal(request);
        if (refusal != null) {
            if (refusal.status() == 401) {
                response.header("WWW-Authenticate", "Basic realm=\"AgentBay local service\"");
            }
            return send(response, refusal);
        }
        String path = path(request);
        if (path.isEmpty()) {
            return response.status(308).header("Location", PATH + "/").send();
        }
        Map<String, String> query = FormDecoder.merge(Targets.query(request.uri()), new byte[0]);
        return path.startsWith("/contexts/") && path.endsWith("/content")
                ? content(path, query, request, response)
                : answer(path, query, request, response);
    }

    private static String path(HttpServerRequest request) {
        byte[] encoded = Targets.path(request.uri()).substring(PATH.length()).getBytes(StandardCharsets.UTF_8);
        return PercentDecoder.decode(encoded, 0, encoded.length);
    }

    private Mono<Void> answer(
            String path, Map<String, String> query, HttpServerRequest request, HttpServerResponse response) {
        String method = request.method().name();
        return tools.bodies()
                .small(request, BODY)
                .flatMap(body -> tools.work().call(() -> begin(new ControlRequest(method, path, query, body))))
                .flatMap(reply -> Mono.fromFuture(reply.toCompletableFuture(), true))
                .flatMap(reply -> send(response, reply));
    }

    private CompletionStage<ControlReply> begin(ControlRequest request) {
        return tools.parts().control().handle(request);
    }

    private static Mono<Void> send(HttpServerResponse response, ControlReply reply) {
        Map<String, String> headers = Map.of("Content-Type", reply.contentType());
        return Replies.send(response, new Answer(reply.status(), Answer.OK, reply.body(), headers, Answer.Cut.NOWHERE));
    }

    /** The bytes of one file, as a download whatever they claim to be. */
    private Mono<Void> content(
            String path, Map<String, String> query, HttpServerRequest request, HttpServerResponse response) {
        if (!request.method().name().equals("GET")) {
            return send(response, ControlReply.error(405, "A file is downloaded by GET."));
        }
        String context = path.substring("/contexts/".length(), path.length() - "/content".length());
        String key = query.getOrDefault("key", "");
        String name = URLEncoder.encode(key.substring(key.lastIndexOf('/') + 1), StandardCharsets.UTF_8)
                .replace("+", "%20");
        response.header("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        UrlGrant grant = new UrlGrant("GET", context, key, Instant.MAX);
        return get.handle(grant, StoreFault.NONE, status -> {}, request, response)
                .onErrorResume(ServiceError.class, e -> send(response, ControlReply.error(e.status(), e.text())));
    }
}
