package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.pipeline.ApiCall;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the stages.
 *
 * @param action the service's action, or {@code link:<tool>} on the link route
 * @param group what the breaker and the meters are keyed by, with the route; few values
 * @param idempotency what may be repeated
 * @param attempt 1 for the first
 * @param attemptTimeout instead of the configured one; null for that
 * @param request made anew for each attempt, since time stamp and nonce change
 * @param reader turns any answer into the value, or throws an {@code AgentBayException}; told the attempt number
 * @param <T> the value
 */
public record ServiceCall<T>(
        String action,
        Group group,
        Idempotency idempotency,
        int attempt,
        @Nullable Duration attemptTimeout,
        Supplier<HttpCall> request,
        BiFunction<HttpAnswer, Integer, T> reader)
        implements ApiCall<T> {

    /** Operations that fail together. */
    public enum Group {
        CONTEXT,
        SESSION,
        SYNC,
        POLL,
        TOOL,
        LINK;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** What breakers, retries and meters call it. */
        public String label() {
            return label;
        }
    }

    public ServiceCall<T> withAttempt(int number) {
        return new ServiceCall<>(action, group, idempotency, number, attemptTimeout, request, reader);
    }
}
