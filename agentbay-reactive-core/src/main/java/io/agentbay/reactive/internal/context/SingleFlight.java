package io.agentbay.reactive.internal.context;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Lets callers of the same key that overlap in time share one piece of work. Nothing is kept after it ended.
 *
 * <p>The work goes on while one caller is left, whoever started it. A caller who joined work that then fails gets work
 * that began after its own arrival, so it never sees a failure that is only another's.
 */
final class SingleFlight<T> {
    private final Map<String, Flight<T>> flights = new ConcurrentHashMap<>();
    private final Function<String, Mono<T>> work;

    SingleFlight(Function<String, Mono<T>> work) {
        this.work = work;
    }

    Mono<T> join(String key) {
        return Mono.defer(() -> {
            var own = new Flight<T>();
            own.result = shared(key, own);
            var flight = flights.putIfAbsent(key, own);
            return flight == null ? own.result : flight.result.onErrorResume(e -> joinOwn(key));
        });
    }

    /** What is under way now began after the failed one ended. */
    private Mono<T> joinOwn(String key) {
        var own = new Flight<T>();
        own.result = shared(key, own);
        var flight = flights.putIfAbsent(key, own);
        return flight == null ? own.result : flight.result;
    }

    private Mono<T> shared(String key, Flight<T> flight) {
        Runnable end = () -> flights.remove(key, flight);
        return Mono.defer(() -> work.apply(key))
                .doOnTerminate(end)
                .doOnCancel(end)
                .flux()
                .replay(1)
                .refCount()
                .singleOrEmpty();
    }

    /** One piece of work under way. */
    private static final class Flight<T> {
        private Mono<T> result = Mono.empty();
    }
}
