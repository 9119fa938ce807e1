package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.fault.CallEffect;
import io.agentbay.reactive.local.fault.CallHit;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Does the work of a call, on a worker, with the fault that struck it; notes what came of it where it is done. */
final class FaultedWork {

    private final FrontTools tools;
    private final FaultGate gate;

    FaultedWork(FrontTools tools) {
        this.tools = tools;
        this.gate = new FaultGate(tools.parts().threads().timer(), tools.ids());
    }

    /** Begins; without a fault the work is done before this returns, because the caller is on a worker already. */
    Mono<Answer> begin(@Nullable CallHit hit, String session, Noted noted, Supplier<CompletionStage<Answer>> work) {
        if (hit == null) {
            return later(answer(noted, work));
        }
        CallEffect effect = hit.effect();
        if (!effect.works()) {
            noted.leftUndone();
        }
        if (effect instanceof CallEffect.EndedSession) {
            tools.parts().backend().vanish(session);
        }
        return gate.around(effect, tools.work().call(() -> answer(noted, work)).flatMap(FaultedWork::later));
    }

    /** Notes the call where the work is done, so that a caller who went away meanwhile is noted too. */
    private static CompletionStage<Answer> answer(Noted noted, Supplier<CompletionStage<Answer>> work) {
        return work.get().thenApply(answer -> {
            noted.did(answer.status(), answer.outcome());
            return answer;
        });
    }

    /** What has begun goes on for a caller who went away. */
    private static Mono<Answer> later(CompletionStage<Answer> answer) {
        return Mono.fromFuture(answer.toCompletableFuture(), true);
    }
}
