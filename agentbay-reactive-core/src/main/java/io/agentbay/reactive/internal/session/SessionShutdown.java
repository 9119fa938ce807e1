package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.session.CloseMode;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The end of a client: saves and closes what it owns, and waits for what is under way. */
final class SessionShutdown {

    private static final int AT_ONCE = 256;

    private final ClientRuntime runtime;
    private final SessionRegistry registry;
    private final Caretaker caretaker;
    private final SessionGate creates;
    private final SessionCloser closer;

    SessionShutdown(
            ClientRuntime runtime,
            SessionRegistry registry,
            Caretaker caretaker,
            SessionGate creates,
            SessionCloser closer) {
        this.runtime = runtime;
        this.registry = registry;
        this.caretaker = caretaker;
        this.creates = creates;
        this.closer = closer;
    }

    /** Fails with the first failure, the others suppressed, once all were tried or {@code grace} is over. */
    Mono<Void> run(Duration grace) {
        return Mono.defer(() -> {
            Queue<Throwable> errors = new ConcurrentLinkedQueue<>();
            caretaker.stop();
            return closings(errors)
                    .timeout(grace, Mono.fromRunnable(() -> overdue(grace, errors)), runtime.timer())
                    .then(Mono.defer(() -> outcome(List.copyOf(errors))))
                    .doFinally(end ->
                            registry.owned().forEach(left -> left.timers().end()));
        });
    }

    /** Twice, because a create under way hands out its session after the first look. */
    private Mono<Void> closings(Queue<Throwable> errors) {
        Set<SessionRuntime> tried = new HashSet<>();
        var drained = creates.closeAndDrain();
        return Mono.defer(() -> {
            creates.close();
            return close(tried, errors)
                    .then(drained)
                    .then(Mono.defer(() -> close(tried, errors)))
                    .then(runtime.background().idle());
        });
    }

    private Mono<Void> close(Set<SessionRuntime> tried, Queue<Throwable> errors) {
        return Flux.fromIterable(open())
                .filter(tried::add)
                .flatMap(session -> Failures.ofOne(closer.close(session, CloseMode.SAVE_FIRST)), AT_ONCE)
                .doOnNext(errors::add)
                .then();
    }

    /** What this client owns, and what it only found and is being closed. */
    private Set<SessionRuntime> open() {
        var open = new LinkedHashSet<SessionRuntime>(registry.owned());
        open.addAll(closer.underWay());
        return open;
    }

    private static Mono<Void> outcome(List<Throwable> errors) {
        return errors.isEmpty() ? Mono.empty() : Mono.error(Failures.first(errors));
    }

    private void overdue(Duration grace, Queue<Throwable> errors) {
        var left = Unfinished.of(open().size(), creates.inFlight(), runtime.background());
        if (!left.isNothing()) {
            errors.add(tooLong(grace, left));
        }
    }

    private static DeadlineExceededException tooLong(Duration grace, Unfinished left) {
        return new DeadlineExceededException(
                "The client was shut down while " + left + "; the service ends open sessions after their idle timeout",
                grace,
                ErrorDetails.of("shutdown").mayHaveHappened(true));
    }
}
