package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.wire.SessionWire;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts a session's idle time anew, again and again, while something in it is waited for. */
final class KeepAlive {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int AT_ONCE = 4;

    private final SessionWire wire;
    private final ClientRuntime runtime;

    KeepAlive(SessionWire wire, ClientRuntime runtime) {
        this.wire = wire;
        this.runtime = runtime;
    }

    /** The work, with the session kept alive until it ends or is cancelled. */
    <T> Mono<T> during(SessionRuntime session, Mono<T> work) {
        return work.takeUntilOther(refreshing(session));
    }

    /** The work, with the session kept alive until it ends or is cancelled. */
    <T> Flux<T> during(SessionRuntime session, Flux<T> work) {
        return work.takeUntilOther(refreshing(session));
    }

    /** Refreshes once; fails as the call does. */
    Mono<Void> refresh(SessionRuntime session) {
        return wire.keepAlive(session.id().value()).doOnSuccess(done -> session.attended());
    }

    static Duration period(SessionRuntime session) {
        var third = session.origin().idleTimeout().dividedBy(3);
        return third.compareTo(SHORTEST) < 0 ? SHORTEST : third;
    }

    /** Never ends by itself: a refresh that failed, or that nobody answers, is made up for by the next one. */
    private Mono<Void> refreshing(SessionRuntime session) {
        return Flux.interval(period(session), runtime.timer())
                .onBackpressureDrop()
                .flatMap(tick -> refresh(session).onErrorComplete(), AT_ONCE, 1)
                .then();
    }
}
