package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Keeps sessions alive that nobody waits for and that hold something unsaved, and goes on looking for those whose
 * create was never answered. One piece of background work, however many there are, and none when there is nothing to do.
 */
final class Caretaker {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 16;

    private final ClientRuntime runtime;
    private final SessionRegistry registry;
    private final KeepAlive keepAlive;
    private final Map<SessionRuntime, Kept> kept = new LinkedHashMap<>();
    private final Map<UnconfirmedCreate, Mono<Boolean>> searches = new LinkedHashMap<>();
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private boolean working;
    private boolean stopped;

    Caretaker(ClientRuntime runtime, SessionRegistry registry, KeepAlive keepAlive) {
        this.runtime = runtime;
        this.registry = registry;
        this.keepAlive = keepAlive;
    }

    /** Keeps the session alive from now on for as long as its request said; not after the end of the client. */
    void keep(SessionRuntime session) {
        if (isStopped()) {
            return;
        }
        var until = now().plus(session.origin().keepFor());
        session.keptUntil(until);
        if (add(session, until)) {
            work();
        }
    }

    /** Leaves the session to its idle timeout. */
    synchronized void release(SessionRuntime session) {
        kept.remove(session);
        session.keptUntil(null);
    }

    /** Repeats {@code search} until it says that it found the session, or until the session would have ended. */
    void watch(UnconfirmedCreate create, Mono<Boolean> search) {
        registry.unconfirmed(create);
        if (addSearch(create, search)) {
            work();
        }
    }

    /** Looks after nothing any more. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        stop.tryEmitEmpty();
    }

    /** Whether it looks after nothing any more. */
    synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized boolean add(SessionRuntime session, Instant until) {
        kept.put(session, new Kept(until, now().plus(KeepAlive.period(session))));
        return mustStart();
    }

    private synchronized boolean addSearch(UnconfirmedCreate create, Mono<Boolean> search) {
        searches.put(create, search);
        return mustStart();
    }

    private boolean mustStart() {
        boolean idle = !working && !stopped;
        working |= idle;
        return idle;
    }

    private void work() {
        var rounds = Mono.defer(() -> Mono.delay(pause(), runtime.timer()))
                .then(Mono.defer(this::round))
                .repeat(this::goesOn)
                .takeUntilOther(stop.asMono())
                .then();
        runtime.background().run("Keeping unsaved sessions alive", rounds);
    }

    private synchronized boolean goesOn() {
        working = !kept.isEmpty() || !searches.isEmpty();
        return working;
    }

    private synchronized Duration pause() {
        return kept.keySet().stream()
                .map(KeepAlive::period)
                .filter(period -> period.compareTo(LONGEST_PAUSE) < 0)
                .min(Comparator.naturalOrder())
                .orElse(LONGEST_PAUSE);
    }

    private Mono<Void> round() {
        return Flux.fromIterable(due())
                .flatMap(work -> work.onErrorComplete(), AT_ONCE)
                .then();
    }

    private synchronized List<Mono<Void>> due() {
        var now = now();
        kept.entrySet().removeIf(entry -> !entry.getValue().until().isAfter(now));
        var refreshes = List.copyOf(kept.entrySet()).stream()
                .filter(entry -> !entry.getValue().next().isAfter(now))
                .map(entry -> refresh(entry.getKey(), entry.getValue(), now));
        var looks = List.copyOf(searches.entrySet()).stream().map(entry -> search(entry.getKey(), entry.getValue()));
        return Stream.concat(refreshes, looks).toList();
    }

    /** One that nobody answers is given up when the next one is due, while there is idle time left. */
    private Mono<Void> refresh(SessionRuntime session, Kept entry, Instant now) {
        var period = KeepAlive.period(session);
        kept.put(session, new Kept(entry.until(), now.plus(period)));
        return keepAlive
                .refresh(session)
                .timeout(period, Mono.empty(), runtime.timer())
                .doOnError(NotFoundException.class, gone -> gone(session));
    }

    private void gone(SessionRuntime session) {
        session.timers().end();
        release(session);
        registry.ended(session.id().value());
    }

    private Mono<Void> search(UnconfirmedCreate create, Mono<Boolean> search) {
        return search.onErrorReturn(false)
                .doOnNext(found -> {
                    if (found || !create.aliveUntil().isAfter(now())) {
                        settled(create);
                    }
                })
                .then();
    }

    private synchronized void settled(UnconfirmedCreate create) {
        searches.remove(create);
        registry.settled(create);
    }

    private Instant now() {
        return runtime.clock().instant();
    }

    /** Until when a session is kept, and when it is refreshed next. */
    private record Kept(Instant until, Instant next) {}
}
