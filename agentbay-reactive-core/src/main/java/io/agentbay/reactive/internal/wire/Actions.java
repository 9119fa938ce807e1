package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.pipeline.ServiceCall;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Sends actions through the pipeline; the door between the typed actions and everything below. */
final class Actions {
    private final CallPipeline pipeline;
    private final Requests requests;
    private final Replies replies;

    Actions(CallPipeline pipeline, Requests requests, Replies replies) {
        this.pipeline = pipeline;
        this.requests = requests;
        this.replies = replies;
    }

    /** Calls an action whose answer carries a value. */
    <T> Mono<T> call(Action action, Function<Reply, T> reader) {
        return Mono.defer(() -> pipeline.call(new ServiceCall<>(
                action.name,
                action.group,
                action.idempotency,
                0,
                action.timeout,
                () -> requests.of(action),
                (answer, attempt) -> replies.read(action, answer, attempt, reader))));
    }

    /** Calls an action whose answer carries nothing but yes. */
    Mono<Void> call(Action action) {
        return call(action, reply -> true).then();
    }
}
