package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.ServiceRequest;
import io.agentbay.reactive.local.fault.CallHit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The actions of the service: all of them at the path {@code /}, by GET or POST. */
final class ActionRoute implements Route {

    private final FrontTools tools;
    private final FaultedWork faulted;
    private final Subjects subjects;

    ActionRoute(FrontTools tools) {
        this.tools = tools;
        this.faulted = new FaultedWork(tools);
        this.subjects = new Subjects(tools.parts().backend().inspection());
    }

    @Override
    public Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        String method = request.method().name();
        if (!method.equals("POST") && !method.equals("GET")) {
            return Mono.error(new ServiceError(405, "MethodNotAllowed", "Actions are called by POST or GET."));
        }
        return tools.bodies()
                .with(
                        request,
                        body -> tools.work()
                                .call(() -> begin(decode(request, body)))
                                .flatMap(answer -> answer))
                .flatMap(answer -> Replies.send(response, answer));
    }

    /** Does the work at once, being on a worker already, unless a fault has its say first. */
    private Mono<Answer> begin(Call call) {
        CallHit hit = tools.parts().faults().next(subjects.of(call));
        Noted noted = new Noted(tools, call.action(), call.fields(), hit);
        String session = call.fields().getOrDefault("SessionId", "");
        return faulted.begin(hit, session, noted, () -> work(call));
    }

    private Call decode(HttpServerRequest request, byte[] body) {
        try {
            return Call.of(request, body);
        } catch (ServiceError refused) {
            new Noted(tools, "", Map.of(), null).did(refused.status(), refused.code());
            throw refused;
        }
    }

    private CompletionStage<Answer> work(Call call) {
        String requestId = tools.ids().next();
        try {
            String tenant = tools.parts().tenants().of(call);
            ServiceRequest request = new ServiceRequest(tenant, call.action(), call.fields());
            return tools.parts().backend().handle(request).thenApply(reply -> Answer.of(reply, requestId));
        } catch (ServiceError refused) {
            return CompletableFuture.completedFuture(Answer.of(refused, requestId));
        }
    }
}
