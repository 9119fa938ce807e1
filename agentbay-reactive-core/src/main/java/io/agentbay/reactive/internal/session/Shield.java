package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Waits for work that must go on when nobody waits for it any more.
 *
 * <p>The work is shared ({@code cache()}d), so that leaving does not cancel it; the last one who leaves hands it to the
 * background, where a shutdown finds it. A caller's deadline ends the waiting, never the work.
 */
final class Shield {

    private final ClientRuntime runtime;

    Shield(ClientRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Waits for {@code shared}; exactly one of two things happens: its end is delivered, or, after a cancel or the
     * caller's deadline, what {@code abandoned} makes of it goes on in the background.
     */
    <T> Mono<T> await(String what, Mono<T> shared, Function<Mono<T>, Mono<?>> abandoned) {
        return Mono.deferContextual(context -> {
            var decided = new AtomicBoolean();
            var waiting = shared.doOnError(error -> decided.set(true))
                    .filter(value -> decided.compareAndSet(false, true))
                    .doOnCancel(() -> {
                        if (decided.compareAndSet(false, true)) {
                            runtime.background().run(what, abandoned.apply(shared));
                        }
                    });
            return withDeadline(what, waiting, CallOptions.in(context));
        });
    }

    /** The context of work that a caller's deadline must not end. */
    static Context free(Context own, ContextView callers) {
        return own.putAll(callers).delete(CallOptions.class);
    }

    private <T> Mono<T> withDeadline(String what, Mono<T> waiting, @Nullable CallOptions options) {
        if (options == null) {
            return waiting;
        }
        var left = options.remaining(runtime.nanos());
        return waiting.timeout(left.isNegative() ? Duration.ZERO : left, runtime.timer())
                .onErrorMap(TimeoutException.class, timeout -> exceeded(what, options.limit()));
    }

    private static DeadlineExceededException exceeded(String what, Duration limit) {
        return new DeadlineExceededException(
                what + " took longer than the caller waits; it goes on by itself",
                limit,
                ErrorDetails.of(what).mayHaveHappened(true));
    }
}
