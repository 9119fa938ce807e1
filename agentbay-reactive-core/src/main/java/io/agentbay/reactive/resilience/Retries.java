package io.agentbay.reactive.resilience;

import io.agentbay.reactive.config.Resilience;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.CallRejectedException;
import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.ThrottledException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether and when a call is tried again.
 *
 * <p>A call is repeated if it surely was not carried out, or if it may be repeated by its nature and the error is
 * {@linkplain AgentBayException#retryable() retryable}; one that is reconciled is repeated only if it never left. What this client itself refused is never repeated. The service's
 * own pause is kept; otherwise pauses double from {@link Resilience#firstPause()} to {@link Resilience#longestPause()},
 * each between half and all of it. Safe for use from any thread.
 */
public final class Retries {

    private static final String PREFIX = "agentbay-";

    private final RetryRegistry registry;
    private final RetryConfig config;
    private final Map<String, Retry> retries = new ConcurrentHashMap<>();

    private Retries(RetryRegistry registry, RetryConfig config) {
        this.registry = registry;
        this.config = config;
    }

    /**
     * Returns retries by these options.
     *
     * @param registry where the retries are registered as {@code agentbay-<group>}; one that is there already is used
     *     with its own settings; null for a registry of its own
     * @param options number of attempts and pauses
     * @param random for the jitter
     */
    public static Retries of(@Nullable RetryRegistry registry, Resilience options, RandomGenerator random) {
        var config = RetryConfig.custom()
                .maxAttempts(options.maxAttempts())
                .intervalBiFunction(pauses(options, random))
                .build();
        return new Retries(registry == null ? RetryRegistry.ofDefaults() : registry, config);
    }

    private static IntervalBiFunction<Object> pauses(Resilience options, RandomGenerator random) {
        var growing = IntervalFunction.ofExponentialBackoff(options.firstPause(), 2, options.longestPause());
        return (attempt, outcome) -> {
            var asked = askedFor(outcome);
            var longest = growing.apply(attempt);
            return asked != null ? asked.toMillis() : longest - random.nextLong(longest / 2 + 1);
        };
    }

    private static @Nullable Duration askedFor(Either<Throwable, Object> outcome) {
        return outcome.isLeft() && outcome.getLeft() instanceof ThrottledException throttled
                ? throttled.retryAfter()
                : null;
    }

    /** Begins one call of this group; the result is for that call alone. */
    public Attempts begin(String group) {
        return new Attempts(retry(group).asyncContext());
    }

    private Retry retry(String group) {
        Retry known = retries.get(group);
        return known == null ? retries.computeIfAbsent(group, name -> registry.retry(PREFIX + name, config)) : known;
    }

    /** The attempts of one call. */
    public static final class Attempts {

        private final Retry.AsyncContext<Object> context;

        private Attempts(Retry.AsyncContext<Object> context) {
            this.context = context;
        }

        /** Returns the pause before the next attempt, or null when there is none to be. */
        public @Nullable Duration pauseAfter(AgentBayException error, ApiCall<?> call) {
            if (!repeatable(error, call)) {
                return null;
            }
            var millis = context.onError(error);
            return millis < 0 ? null : Duration.ofMillis(millis);
        }

        /** Tells that the call succeeded. */
        public void succeeded() {
            context.onComplete();
        }

        private static boolean repeatable(AgentBayException error, ApiCall<?> call) {
            if (error instanceof CallRejectedException || error instanceof ClosedException) {
                return false;
            }
            return error.retryable() && permits(call.idempotency(), error);
        }

        private static boolean permits(Idempotency idempotency, AgentBayException error) {
            return switch (idempotency) {
                case READ, IDEMPOTENT -> true;
                case UNSAFE -> !error.mayHaveHappened();
                case RECONCILE -> error instanceof TransportException && !error.mayHaveHappened();
            };
        }
    }
}
