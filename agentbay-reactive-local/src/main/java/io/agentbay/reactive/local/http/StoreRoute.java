package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.UrlGrant;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Signed URLs: checks the grant, then streams an object in or out. */
final class StoreRoute implements Route {

    private final FrontTools tools;
    private final ObjectPut put;
    private final ObjectGet get;

    StoreRoute(FrontTools tools) {
        this.tools = tools;
        this.put = new ObjectPut(tools);
        this.get = new ObjectGet(tools);
    }

    @Override
    public Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return Mono.defer(() -> {
                    UrlGrant grant = grant(request);
                    return grant.method().equals("PUT")
                            ? put.handle(grant, request, response)
                            : get.handle(grant, request, response);
                })
                .doOnSuccess(done -> journal(request, response.status().code()))
                .doOnError(ServiceError.class, e -> journal(request, e.status()))
                .onErrorResume(ServiceError.class, e -> readOn(request).then(Mono.error(e)));
    }

    private Mono<Void> readOn(HttpServerRequest request) {
        return Bodies.drain(request, tools.parts().threads().timer());
    }

    private UrlGrant grant(HttpServerRequest request) {
        String method = request.method().name();
        if (!method.equals("PUT") && !method.equals("GET")) {
            throw new ServiceError(405, "MethodNotAllowed", "A signed URL is for GET or PUT.");
        }
        return tools.parts()
                .urls()
                .signer()
                .check(
                        method,
                        contextId(request),
                        query(request),
                        tools.parts().clock().instant());
    }

    private void journal(HttpServerRequest request, int status) {
        String action = request.method().name() + " object";
        Map<String, String> fields = Map.of("ContextId", contextId(request), "Key", key(request));
        tools.parts().journal().add(tools.parts().clock().instant(), action, fields, status);
    }

    private static String contextId(HttpServerRequest request) {
        String path = Targets.path(request.uri());
        byte[] encoded = path.substring(Math.min(path.length(), SignedUrls.PATH.length() + 1))
                .getBytes(StandardCharsets.UTF_8);
        return PercentDecoder.decode(encoded, 0, encoded.length);
    }

    private static String key(HttpServerRequest request) {
        return query(request).getOrDefault("key", "");
    }

    private static Map<String, String> query(HttpServerRequest request) {
        return FormDecoder.merge(Targets.query(request.uri()), new byte[0]);
    }
}
