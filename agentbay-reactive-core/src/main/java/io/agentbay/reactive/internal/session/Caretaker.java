package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Keeps sessions alive that nobody waits for and that hold something unsaved, and goes on looking for those whose
 * create was never answered. One piece of background work, however many there are, and none when there is nothing to do.
 */
final class Caretaker {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;

    /** Seconds; longer than any process lives. */
    private static final long FOREVER = TimeUnit.DAYS.toSeconds(10_000);

    private final ClientRuntime runtime;
    private final SessionRegistry registry;
    private final KeepAlive keepAlive;
    private final Map<SessionRuntime, Kept> kept = new LinkedHashMap<>();
    private final Map<UnconfirmedCreate, Search> searches = new LinkedHashMap<>();
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
        session.keptUntil(runtime.clock().instant().plus(session.origin().keepFor()));
        if (add(session)) {
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

    private synchronized boolean add(SessionRuntime session) {
        long now = runtime.nanos();
        kept.put(session, new Kept(after(now, session.origin().keepFor()), after(now, KeepAlive.period(session))));
        return mustStart();
    }

    private synchronized boolean addSearch(UnconfirmedCreate create, Mono<Boolean> search) {
        long now = runtime.nanos();
        searches.put(create, new Search(search, after(now, create.request().idleTimeout()), now));
        return mustStart();
    }

    /** Durations are as long as they like. */
    private static long after(long now, Duration time) {
        return now + Math.min(time.toSeconds(), FOREVER) * 1_000_000_000L + time.toNanosPart();
    }

    private boolean mustStart() {
        boolean idle = !working && !stopped;
        working |= idle;
        return idle;
    }

    /** Refreshes that are due begin on time, whatever became of those before and of searches. */
    private void work() {
        var rounds = Mono.defer(() -> Mono.delay(pause(), runtime.timer()))
                .repeat(this::goesOn)
                .publish(ticks -> Flux.merge(round(ticks, this::refreshes), round(ticks, this::looks)))
                .takeUntilOther(stop.asMono())
                .then();
        runtime.background().run("Keeping unsaved sessions alive", rounds);
    }

    private static Flux<Void> round(Flux<Long> ticks, Supplier<List<Mono<Void>>> due) {
        return ticks.flatMapIterable(tick -> due.get()).flatMap(work -> work.onErrorComplete(), AT_ONCE);
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

    private synchronized List<Mono<Void>> refreshes() {
        long now = runtime.nanos();
        kept.entrySet().removeIf(entry -> isOver(entry.getKey(), entry.getValue(), now));
        return List.copyOf(kept.entrySet()).stream()
                .filter(entry -> entry.getValue().next() - now <= 0)
                .map(entry -> refresh(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    private synchronized List<Mono<Void>> looks() {
        long now = runtime.nanos();
        return List.copyOf(searches.entrySet()).stream()
                .filter(entry -> entry.getValue().next() - now <= 0)
                .map(entry -> look(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    private static boolean isOver(SessionRuntime session, Kept entry, long now) {
        boolean over = entry.until() - now <= 0;
        if (over) {
            session.forget();
        }
        return over;
    }

    /** One that nobody answers is given up when the next one is due, while there is idle time left. */
    private Mono<Void> refresh(SessionRuntime session, Kept entry, long now) {
        var period = KeepAlive.period(session);
        kept.put(session, new Kept(entry.until(), after(now, period)));
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

    /** One at a time and for as long as its calls may take: given up sooner, a slow service would never be heard. */
    private Mono<Void> look(UnconfirmedCreate create, Search search, long now) {
        searches.put(create, search.next(now + TimeUnit.SECONDS.toNanos(FOREVER)));
        return search.look()
                .onErrorReturn(false)
                .doOnNext(found -> looked(create, search.next(after(now, LONGEST_PAUSE)), found))
                .then();
    }

    private synchronized void looked(UnconfirmedCreate create, Search next, boolean found) {
        if (found || next.end() - runtime.nanos() <= 0) {
            settled(create);
        } else {
            searches.put(create, next);
        }
    }

    private void settled(UnconfirmedCreate create) {
        searches.remove(create);
        registry.settled(create);
    }

    /** Until when a session is kept, and when it is refreshed next, in monotonic time: clocks may be stepped. */
    private record Kept(long until, long next) {}

    /** A look that is repeated, until when, and when next, in monotonic time. */
    private record Search(Mono<Boolean> look, long end, long next) {
        Search next(long at) {
            return new Search(look, end, at);
        }
    }
}
