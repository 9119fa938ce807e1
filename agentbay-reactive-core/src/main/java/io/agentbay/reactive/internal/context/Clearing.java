package io.agentbay.reactive.internal.context;

import io.agentbay.reactive.context.AgentBayContext.State;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.wire.ContextWire;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Clears a context and watches it until the service says that it is available again. */
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

    /** Begins clearing; each state the service then says, when it is another than the one before. */
    Flux<State> states(String id, ProgressSink progress) {
        return Flux.defer(() -> {
            var available = new AtomicBoolean();
            return wire.clear(id)
                    .doOnSuccess(nothing -> tell(progress, Phase.TRIGGERED, null))
                    .thenMany(Flux.defer(() -> untilAvailable(id)))
                    .doOnNext(state -> available.set(state == State.AVAILABLE))
                    .doOnNext(state -> tell(progress, Phase.CONFIRMING, state))
                    .takeUntilOther(Mono.delay(limit, runtime.timer()))
                    .concatWith(Mono.defer(() -> available.get() ? Mono.empty() : Mono.error(tooLate())));
        });
    }

    private static void tell(ProgressSink progress, Phase phase, @Nullable State state) {
        progress.update(now -> now.withPhase(phase).withCurrent(state == null ? null : state.name()));
    }

    /** First a pause, then the question: right after the call the service may not have begun. */
    private Flux<State> untilAvailable(String id) {
        return Mono.delay(PAUSE, runtime.timer())
                .then(Mono.defer(() -> wire.byId(id)))
                .map(data -> ContextMapper.toContext(data).state())
                .onErrorResume(Clearing::mayPass, e -> Mono.empty())
                .repeat()
                .distinctUntilChanged()
                .takeUntil(state -> state == State.AVAILABLE);
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
