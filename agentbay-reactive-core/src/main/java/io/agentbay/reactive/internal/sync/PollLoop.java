package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.wire.SyncWire;
import java.util.List;
import java.util.concurrent.CancellationException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/**
 * The one loop that polls a session's task list, for as long as anybody waits; never two polls at once.
 *
 * <p>A failed poll is an answer like any other: what it means is each waiter's to say.
 */
final class PollLoop {

    private final ClientRuntime runtime;
    private final SyncWire wire;
    private final PollBudget budget;
    private final String sessionId;
    private final PollSchedule schedule;
    private final Flux<Poll> shared;

    PollLoop(ClientRuntime runtime, SyncWire wire, PollBudget budget, String sessionId) {
        this.runtime = runtime;
        this.wire = wire;
        this.budget = budget;
        this.sessionId = sessionId;
        this.schedule = new PollSchedule(runtime);
        // What one waiter carries in its context, a deadline for instance, must not reach the others.
        this.shared = Flux.defer(this::loop)
                .contextWrite(context -> Context.empty())
                .publish()
                .refCount(1);
    }

    /** Polls sent after the subscription, until cancelled. */
    Flux<Poll> polls() {
        return Flux.using(schedule::join, this::watch, schedule::leave);
    }

    /** The number of the last poll sent; what is sent from now on has a higher one. */
    long sent() {
        return schedule.sent();
    }

    /** How many wait now. */
    int waiters() {
        return schedule.waiters();
    }

    private Flux<Poll> watch(PollSchedule.Waiter waiter) {
        return Flux.defer(() -> shared)
                // The loop was ending with its last waiter just as this one came.
                .retryWhen(Retry.indefinitely().filter(CancellationException.class::isInstance))
                .filter(poll -> waiter.counts(poll.number()))
                .onBackpressureLatest();
    }

    private Flux<Poll> loop() {
        return Mono.defer(this::poll).repeat();
    }

    private Mono<Poll> poll() {
        return schedule.next()
                .flatMap(number -> budget.acquire().thenReturn(number))
                .flatMap(this::send)
                .doOnNext(poll -> schedule.answered(poll.number()));
    }

    private Mono<Poll> send(long number) {
        return Mono.defer(() -> {
            long sent = runtime.nanos();
            return wire.tasks(sessionId)
                    .map(tasks -> new Poll(number, sent, runtime.nanos(), tasks, null))
                    .onErrorResume(error -> Mono.just(new Poll(number, sent, runtime.nanos(), List.of(), error)));
        });
    }
}
