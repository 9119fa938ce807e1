package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** The moment at which one sync ends whatever moves; counted from its subscription, in all its parts. */
final class Deadline {

    private final ClientRuntime runtime;
    private final long began;
    private final @Nullable Duration limit;

    private Deadline(ClientRuntime runtime, @Nullable Duration limit) {
        this.runtime = runtime;
        this.began = runtime.nanos();
        this.limit = limit;
    }

    /** Begins now: the request's own limit, or what is left of its caller's, whichever is shorter. */
    static Deadline begin(ClientRuntime runtime, @Nullable Duration own, ContextView context) {
        CallOptions options = CallOptions.in(context);
        if (options == null) {
            return new Deadline(runtime, own);
        }
        Duration outer = options.remaining(runtime.nanos());
        return new Deadline(runtime, own == null || outer.compareTo(own) < 0 ? outer : own);
    }

    /** Ends the work in time; what its caller is told then is made at that moment. */
    <T> Mono<T> limit(Mono<T> work, Supplier<RoundUnconfirmed> late) {
        Duration whole = limit;
        if (whole == null) {
            return work;
        }
        return Mono.defer(() -> {
            Duration left = whole.minusNanos(runtime.nanos() - began);
            return work.timeout(Mono.delay(left, runtime.timer()), Mono.error(late));
        });
    }

    /** Why it ended. */
    String reason() {
        return limit == null ? "no deadline" : "its deadline of " + limit.toMillis() + " ms passed";
    }
}
