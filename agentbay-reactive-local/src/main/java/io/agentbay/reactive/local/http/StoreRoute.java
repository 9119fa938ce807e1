package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.UrlGrant;
import io.agentbay.reactive.local.fault.CallFault;
import io.agentbay.reactive.local.fault.CallHit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Signed URLs: checks the grant, then streams an object in or out. */
final class StoreRoute implements Route {

    private final FrontTools tools;
    private final ObjectPut put;
    private final ObjectGet get;
    private final Subjects subjects;

    StoreRoute(FrontTools tools) {
        this.tools = tools;
        this.put = new ObjectPut(tools);
        this.get = new ObjectGet(tools);
        this.subjects = new Subjects(tools.parts().backend().inspection());
    }

    @Override
    public Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return Mono.defer(() -> granted(request, response))
                .onErrorResume(ServiceError.class, e -> readOn(request).then(Mono.error(e)));
    }

    private Mono<Void> granted(HttpServerRequest request, HttpServerResponse response) {
        UrlGrant grant;
        try {
            grant = grant(request);
        } catch (ServiceError refused) {
            noted(request, null).did(refused.status(), refused.code());
            throw refused;
        }
        CallHit hit = tools.parts().faults().next(subjects.ofObject(action(request), grant.contextId(), grant.key()));
        return worked(grant, StoreFault.of(hit), noted(request, hit), request, response);
    }

    private Mono<Void> worked(
            UrlGrant grant, StoreFault fault, Noted noted, HttpServerRequest request, HttpServerResponse response) {
        Answer refusal = fault.refusal(tools.ids().next());
        if (refusal != null) {
            noted.leftUndone();
            response.keepAlive(false);
            return readOn(request).then(Replies.send(response, refusal));
        }
        if (fault.dropsAt(CallFault.When.BEFORE_WORK)) {
            noted.leftUndone();
            return fault.hangUp(response);
        }
        Mono<Void> work = Mono.defer(() -> serve(grant, fault, noted, request, response))
                .doOnError(ServiceError.class, e -> noted.did(e.status(), e.code()));
        return fault.delay().isZero()
                ? work
                : Mono.delay(fault.delay(), tools.parts().threads().timer()).then(work);
    }

    private Mono<Void> serve(
            UrlGrant grant, StoreFault fault, Noted noted, HttpServerRequest request, HttpServerResponse response) {
        return grant.method().equals("PUT")
                ? put.handle(grant, fault, noted, request, response)
                : get.handle(grant, fault, status -> noted.did(status, Answer.OK), request, response);
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

    private Noted noted(HttpServerRequest request, @Nullable CallHit hit) {
        return new Noted(tools, action(request), described(request), hit);
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
