package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ConflictException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.ServiceException;
import io.agentbay.reactive.internal.wire.SessionWire;
import io.agentbay.reactive.session.SessionState;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Pauses a session or lets it run again, and waits until the service says so. */
final class Pausing {

    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    /** The service may show the old state a little longer. */
    private static final int LAGGING_POLLS = 5;

    private final SessionWire wire;
    private final Scheduler timer;
    private final String id;

    Pausing(SessionWire wire, Scheduler timer, String id) {
        this.wire = wire;
        this.timer = timer;
        this.id = id;
    }

    Mono<Void> pause() {
        return reach(new Change(
                "PauseSessionAsync",
                SessionState.RUNNING,
                SessionState.PAUSING,
                SessionState.PAUSED,
                SessionState.RESUMING,
                Mono.defer(() -> wire.pause(id))));
    }

    Mono<Void> resume() {
        return reach(new Change(
                "ResumeSessionAsync",
                SessionState.PAUSED,
                SessionState.RESUMING,
                SessionState.RUNNING,
                SessionState.PAUSING,
                Mono.defer(() -> wire.resume(id))));
    }

    private Mono<Void> reach(Change change) {
        return settled(change)
                .flatMap(state -> begun(change, state))
                .then(Mono.defer(() -> arrived(change)))
                .timeout(LIMIT, timer)
                .onErrorMap(TimeoutException.class, timeout -> tooLong(change));
    }

    /** The state once the opposite change, which may still be under way, is over. */
    private Mono<SessionState> settled(Change change) {
        return state().filter(state -> state != change.opposite())
                .repeatWhenEmpty(polls -> polls.delayElements(BETWEEN_POLLS, timer));
    }

    /** Asks for the change unless it was; an answer lost before may have been the yes to a first request. */
    private Mono<Void> begun(Change change, SessionState state) {
        return change.isMade(state)
                ? Mono.empty()
                : change.request()
                        .onErrorResume(
                                ServiceException.class,
                                refusal -> state().flatMap(
                                                now -> change.isMade(now) ? Mono.empty() : Mono.error(refusal)));
    }

    private Mono<Void> arrived(Change change) {
        var lag = new AtomicInteger();
        return state().filter(state -> state != change.origin() || lag.incrementAndGet() > LAGGING_POLLS)
                .flatMap(state -> change.isMade(state) ? Mono.just(state) : Mono.error(elsewhere(change, state)))
                .filter(state -> state == change.target())
                .repeatWhenEmpty(polls -> polls.delayElements(BETWEEN_POLLS, timer))
                .then();
    }

    private Mono<SessionState> state() {
        return Mono.defer(() -> wire.get(id)).map(data -> SessionStates.of(data.status()));
    }

    private ConflictException elsewhere(Change change, SessionState state) {
        return new ConflictException(
                "Session " + id + " is " + state + " instead of " + change.target(), 200, details(change));
    }

    private DeadlineExceededException tooLong(Change change) {
        return new DeadlineExceededException(
                "The service did not say within " + LIMIT + " that session " + id + " is " + change.target(),
                LIMIT,
                details(change));
    }

    private static ErrorDetails details(Change change) {
        return ErrorDetails.of(change.action()).mayHaveHappened(true);
    }

    /** A change of state and what is seen on the way to it. */
    private record Change(
            String action,
            SessionState origin,
            SessionState underWay,
            SessionState target,
            SessionState opposite,
            Mono<Void> request) {

        boolean isMade(SessionState state) {
            return state == target || state == underWay;
        }
    }
}
