package io.agentbay.reactive.observability;

import io.agentbay.reactive.pipeline.ApiCall;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * The meters of a client, each looked up once.
 *
 * <p>Tags are the action and how it ended; never an id, a path or a host, so their number does not grow with use. Safe
 * for use from any thread.
 */
public final class CallMeters {

    /** Timer of whole calls with all attempts; tags {@code action} and {@code outcome}. */
    public static final String CALLS = "agentbay.calls";

    /** Counter of attempts sent; tag {@code action}. */
    public static final String ATTEMPTS = "agentbay.attempts";

    /** Counter of attempts after the first; tag {@code action}. */
    public static final String RETRIES = "agentbay.retries";

    /** Counter of polls of running syncs. */
    public static final String POLLS = "agentbay.polls";

    /** Gauge of calls admitted and not ended. */
    public static final String IN_FLIGHT = "agentbay.calls.active";

    /** Gauge of calls waiting for their turn. */
    public static final String WAITING = "agentbay.calls.waiting";

    /** Gauge of connections in use; tag {@code pool}: {@code calls} or {@code transfers}. */
    public static final String CONNECTIONS = "agentbay.connections.active";

    private final MeterRegistry registry;
    private final LongSupplier nanos;
    private final Counter polls;
    private final Map<Ending, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, Counter> attempts = new ConcurrentHashMap<>();
    private final Map<String, Counter> retries = new ConcurrentHashMap<>();

    private CallMeters(MeterRegistry registry, LongSupplier nanos) {
        this.registry = registry;
        this.nanos = nanos;
        this.polls =
                Counter.builder(POLLS).description("Polls of running syncs").register(registry);
    }

    /** Returns the meters of a client in this registry, timed by this monotonic clock. */
    public static CallMeters of(MeterRegistry registry, LongSupplier nanos) {
        return new CallMeters(registry, nanos);
    }

    /** Returns the call, timed from its subscription to its end. */
    public <T> Mono<T> timed(ApiCall<T> call, Mono<T> work) {
        return Mono.defer(() -> {
            var start = nanos.getAsLong();
            return work.doOnSuccess(value -> record(call, "success", start))
                    .doOnError(error -> record(call, error.getClass().getSimpleName(), start))
                    .doOnCancel(() -> record(call, "cancelled", start));
        });
    }

    private void record(ApiCall<?> call, String outcome, long start) {
        timers.computeIfAbsent(new Ending(call.action(), outcome), this::timer)
                .record(nanos.getAsLong() - start, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Ending ending) {
        return Timer.builder(CALLS)
                .description("Calls with all of their attempts")
                .tag("action", ending.action())
                .tag("outcome", ending.outcome())
                .register(registry);
    }

    /** Counts an attempt that is about to be sent. */
    public void attempt(ApiCall<?> call) {
        attempts.computeIfAbsent(call.action(), action -> counter(ATTEMPTS, action))
                .increment();
        if (call.attempt() > 1) {
            retries.computeIfAbsent(call.action(), action -> counter(RETRIES, action))
                    .increment();
        }
    }

    private Counter counter(String name, String action) {
        return Counter.builder(name).tag("action", action).register(registry);
    }

    /** Counts a poll of a running sync. */
    public void poll() {
        polls.increment();
    }

    /** Shows a number of this client, such as {@link #IN_FLIGHT}, for as long as its source lives. */
    public void gauge(String name, Supplier<Number> source) {
        Gauge.builder(name, source).strongReference(true).register(registry);
    }

    /** Shows how many connections of a pool are in use, for as long as its source lives. */
    public void pool(String pool, Supplier<Number> active) {
        Gauge.builder(CONNECTIONS, active)
                .tag("pool", pool)
                .strongReference(true)
                .register(registry);
    }

    /** What a timer is kept by. */
    private record Ending(String action, String outcome) {}
}
