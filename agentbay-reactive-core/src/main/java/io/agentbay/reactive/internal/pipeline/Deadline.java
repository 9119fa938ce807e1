package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time one call has left, by the client's limit and by what the Reactor context says. */
final class Deadline {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final ClientRuntime runtime;
    private final Duration limit;
    private final @Nullable CallOptions options;
    private final long start;

    Deadline(ClientRuntime runtime, Duration limit, @Nullable CallOptions options) {
        this.runtime = runtime;
        this.limit = limit;
        this.options = options;
        this.start = runtime.nanos();
    }

    Duration remaining() {
        var now = runtime.nanos();
        var own = limit.minusNanos(now - start);
        return options == null ? own : min(own, options.remaining(now));
    }

    /** Returns the limit that is the first to end the call. */
    Duration binding() {
        return options == null ? limit : min(limit, options.limit());
    }

    /** Returns the time of one attempt; it ends a moment before the call does, so that the breaker sees it fail. */
    Duration attempt(Duration most) {
        var left = remaining();
        return most.compareTo(left) < 0 ? most : left.compareTo(MOMENT) > 0 ? left.minus(MOMENT) : left;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
