package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.UrlGrant;
import io.agentbay.reactive.local.fault.CallFault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Signed URLs: checks the grant, then streams an object in or out. */
final class StoreRoute implements Route {

    private static final int UNANSWERED = 0;

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
                    StoreFault fault = new StoreFault(tools.parts().faults().next(action(request), null));
                    Mono<Void> work = fault.orRefuse(serve(grant, fault, request, response));
                    return fault.delay().isZero()
                            ? work
                            : Mono.delay(fault.delay(), tools.parts().threads().timer())
                                    .then(work);
                })
                .doOnSuccess(done -> journal(
                        request, response.hasSentHeaders() ? response.status().code() : UNANSWERED))
                .doOnError(ServiceError.class, e -> journal(request, e.status()))
                .onErrorResume(ServiceError.class, e -> readOn(request).then(Mono.error(e)));
    }

    private Mono<Void> serve(UrlGrant grant, StoreFault fault, HttpServerRequest request, HttpServerResponse response) {
        if (fault.dropsAt(CallFault.When.BEFORE_WORK)) {
            return Replies.hangUp(response);
        }
        return grant.method().equals("PUT")
                ? put.handle(grant, fault, request, response)
                : get.handle(grant, fault, request, response);
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
        tools.parts().journal().add(tools.parts().clock().instant(), action(request), described(request), status);
    }

    /** What the address says; nothing where that cannot be read, which is why it is being refused. */
    private static Map<String, String> described(HttpServerRequest request) {
        try {
            return Map.of("ContextId", contextId(request), "Key", key(request));
        } catch (ServiceError unreadable) {
            return Map.of();
        }
    }

    private static String action(HttpServerRequest request) {
        return request.method().name() + " object";
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
