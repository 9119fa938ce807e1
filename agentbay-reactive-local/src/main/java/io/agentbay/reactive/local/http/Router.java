package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Picks the route, bounds how many requests are under way, and turns every error into an answer. */
final class Router implements Route {

    private final FrontTools tools;
    private final Route actions;
    private final Map<String, Route> below;
    private final AtomicInteger underWay = new AtomicInteger();

    Router(FrontTools tools, Route actions, Map<String, Route> below) {
        this.tools = tools;
        this.actions = actions;
        this.below = below;
    }

    @Override
    public Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return Mono.using(
                        underWay::incrementAndGet,
                        count -> admit(count, request, response),
                        c -> underWay.decrementAndGet())
                .onErrorResume(e -> Replies.sendError(response, e, tools.ids().next()));
    }

    private Mono<Void> admit(int count, HttpServerRequest request, HttpServerResponse response) {
        if (count > tools.limits().calls()) {
            return Mono.error(new ServiceError(503, "ServiceUnavailable", "Too many requests are under way."));
        }
        return route(Targets.path(request.uri())).handle(request, response);
    }

    private Route route(String path) {
        if (path.equals("/") || path.isEmpty()) {
            return actions;
        }
        return below.entrySet().stream()
                .filter(route -> path.startsWith(route.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Router::nowhere);
    }

    private static Mono<Void> nowhere(HttpServerRequest request, HttpServerResponse response) {
        return Mono.error(new ServiceError(404, "InvalidPath.NotFound", "This path is not found."));
    }
}
