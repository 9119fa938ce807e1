package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.ServiceRequest;
import io.agentbay.reactive.local.fault.CallEffect;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The actions of the service: all of them at the path {@code /}, by GET or POST. */
final class ActionRoute implements Route {

    private static final int NO_ANSWER = 0;

    private final FrontTools tools;
    private final FaultGate gate;

    ActionRoute(FrontTools tools) {
        this.tools = tools;
        this.gate = new FaultGate(tools.parts().threads().timer(), tools.ids());
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
        CallEffect effect = tools.parts().faults().next(call.action(), call.tool());
        if (effect == null) {
            return later(answer(call));
        }
        if (!effect.works()) {
            journal(call, effect instanceof CallEffect.Status refused ? refused.status() : NO_ANSWER);
        }
        return gate.around(effect, tools.work().call(() -> answer(call)).flatMap(ActionRoute::later));
    }

    private Call decode(HttpServerRequest request, byte[] body) {
        try {
            return Call.of(request, body);
        } catch (ServiceError refused) {
            tools.parts().journal().add(tools.parts().clock().instant(), "", Map.of(), refused.status());
            throw refused;
        }
    }

    /** Notes the call where the work is done, so that a caller who went away meanwhile is noted too. */
    private CompletionStage<Answer> answer(Call call) {
        return work(call, tools.ids().next()).thenApply(answer -> {
            journal(call, answer.status());
            return answer;
        });
    }

    /** What has begun goes on for a caller who went away. */
    private static Mono<Answer> later(CompletionStage<Answer> answer) {
        return Mono.fromFuture(answer.toCompletableFuture(), true);
    }

    private CompletionStage<Answer> work(Call call, String requestId) {
        try {
            String tenant = tools.parts().tenants().of(call.authorization());
            ServiceRequest request = new ServiceRequest(tenant, call.action(), call.fields());
            return tools.parts().backend().handle(request).thenApply(reply -> Answer.of(reply, requestId));
        } catch (ServiceError refused) {
            return CompletableFuture.completedFuture(Answer.of(refused, requestId));
        }
    }

    private void journal(Call call, int status) {
        tools.parts().journal().add(tools.parts().clock().instant(), call.action(), call.fields(), status);
    }
}
