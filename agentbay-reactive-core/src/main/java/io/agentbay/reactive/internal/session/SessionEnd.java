package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.AuthenticationException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.PermissionDeniedException;
import io.agentbay.reactive.internal.wire.SessionWire;
import io.agentbay.reactive.session.SessionState;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tells the service to end a session and waits until it says that it has. */
final class SessionEnd {

    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);

    private final SessionWire wire;
    private final Scheduler timer;
    private final Duration limit;

    SessionEnd(SessionWire wire, Scheduler timer, Duration limit) {
        this.wire = wire;
        this.timer = timer;
        this.limit = limit;
    }

    /**
     * Completes when the session is gone. That a delete does not find it is not enough: one whose answer was lost began
     * its end, and what it still uploads is not there yet.
     *
     * @param known whether it is known to have existed, so that not finding it means that it ended
     */
    Mono<Void> end(String id, boolean known) {
        return wire.delete(id)
                .thenReturn(true)
                .onErrorResume(NotFoundException.class, e -> known ? Mono.just(true) : Mono.error(e))
                .onErrorResume(Failures::mayHaveHappened, e -> Mono.just(false))
                .flatMap(acknowledged -> gone(id, acknowledged));
    }

    /** Whether the service says that the session is gone; an error when it does not say. */
    Mono<Boolean> isGone(String id) {
        return wire.status(id)
                .map(word -> SessionStates.of(word) == SessionState.DELETED)
                .onErrorResume(NotFoundException.class, e -> Mono.just(true));
    }

    private Mono<Void> gone(String id, boolean acknowledged) {
        return poll(id, acknowledged)
                .repeatWhenEmpty(polls -> polls.delayElements(BETWEEN_POLLS, timer))
                .timeout(limit, timer)
                .onErrorMap(TimeoutException.class, timeout -> tooLong(id))
                .then();
    }

    /** Empty while it is still there; deletes again as long as no delete was acknowledged. */
    private Mono<Boolean> poll(String id, boolean acknowledged) {
        var again = acknowledged ? Mono.<Void>empty() : wire.delete(id).onErrorComplete(SessionEnd::passing);
        return isGone(id)
                .filter(gone -> gone)
                .onErrorResume(SessionEnd::passing, e -> Mono.empty())
                .switchIfEmpty(again.then(Mono.empty()));
    }

    private static boolean passing(Throwable error) {
        return !(error instanceof AuthenticationException) && !(error instanceof PermissionDeniedException);
    }

    private DeadlineExceededException tooLong(String id) {
        return new DeadlineExceededException(
                "The service did not confirm within " + limit + " that session " + id + " ended",
                limit,
                ErrorDetails.of("DeleteSessionAsync").mayHaveHappened(true));
    }
}
