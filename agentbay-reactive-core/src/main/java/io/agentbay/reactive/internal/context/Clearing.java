package io.agentbay.reactive.internal.context;

import io.agentbay.reactive.context.AgentBayContext.State;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.wire.ContextWire;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Clears a context and waits until the service says that it is available again. */
final class Clearing {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ContextWire wire;
    private final ClientRuntime runtime;
    private final Duration limit;

    Clearing(ContextWire wire, ClientRuntime runtime, Duration limit) {
        this.wire = wire;
        this.runtime = runtime;
        this.limit = limit;
    }

    Mono<Void> clear(String id) {
        return wire.clear(id)
                .then(Mono.defer(() -> awaitAvailable(id)))
                .timeout(limit, Mono.error(this::tooLate), runtime.timer());
    }

    /** First a pause, then the question: right after the call the service may not have begun. */
    private Mono<Void> awaitAvailable(String id) {
        return Mono.delay(PAUSE, runtime.timer())
                .then(Mono.defer(() -> wire.byId(id)))
                .map(data -> ContextMapper.toContext(data).state() == State.AVAILABLE)
                .onErrorResume(Clearing::mayPass, e -> Mono.just(false))
                .repeat()
                .takeUntil(available -> available)
                .then();
    }

    private static boolean mayPass(Throwable error) {
        return error instanceof AgentBayException failure && failure.retryable();
    }

    private DeadlineExceededException tooLate() {
        return new DeadlineExceededException(
                "The context was not available again within " + limit + "; the service may still be clearing it",
                limit,
                ErrorDetails.of("ClearContext").mayHaveHappened(true));
    }
}
