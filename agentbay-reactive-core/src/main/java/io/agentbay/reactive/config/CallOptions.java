package io.agentbay.reactive.config;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Options of a single call or of everything a pipeline does, carried by the Reactor context.
 *
 * <p>{@code client.contexts().get("name").contextWrite(CallOptions.deadline(Duration.ofSeconds(5)))}
 */
public final class CallOptions {

    private final Duration limit;
    private final @Nullable CallOptions outer;
    private final AtomicReference<@Nullable Long> start = new AtomicReference<>();

    private CallOptions(Duration limit, @Nullable CallOptions outer) {
        this.limit = limit;
        this.outer = outer;
    }

    /**
     * Returns a change of the Reactor context that limits the time of everything upstream: one call, or all calls of a
     * composite together.
     *
     * <p>Each subscription counts for itself, from its first call on. Of several deadlines the earliest wins, and none
     * prolongs what the client's options say. What does not end in time fails with
     * {@link io.agentbay.reactive.error.DeadlineExceededException}.
     *
     * @throws IllegalArgumentException if {@code limit} is not longer than zero
     */
    public static Function<Context, Context> deadline(Duration limit) {
        var checked = Checks.positive(limit, "deadline");
        return context -> context.put(CallOptions.class, new CallOptions(checked, in(context)));
    }

    /** Returns the options of this context, or null when it has none. */
    public static @Nullable CallOptions in(ContextView context) {
        return context.<@Nullable CallOptions>getOrDefault(CallOptions.class, null);
    }

    /** Returns the limit as it was given. */
    public Duration limit() {
        return limit;
    }

    /**
     * Returns the time left, zero or negative when it is over; the first call of this starts the clock.
     *
     * @param nowNanos the monotonic time of the client, always of the same source
     */
    public Duration remaining(long nowNanos) {
        start.compareAndSet(null, nowNanos);
        var started = start.get();
        var own = limit.minusNanos(started == null ? 0 : nowNanos - started);
        var others = outer == null ? own : outer.remaining(nowNanos);
        return own.compareTo(others) < 0 ? own : others;
    }
}
