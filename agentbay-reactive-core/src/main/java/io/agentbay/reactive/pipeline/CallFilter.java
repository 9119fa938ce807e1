package io.agentbay.reactive.pipeline;

import reactor.core.publisher.Mono;

/**
 * A stage of the user's own around each remote call: to log, to measure, to refuse, to add to the Reactor context.
 *
 * <p>Filters run in the order in which the client was given them, the first one outermost. They are called on event
 * loops and must not block. A filter may answer itself, replace an error or not proceed at all; what it raises that is no
 * {@link io.agentbay.reactive.error.AgentBayException} passes through as it is. It may proceed more than once only if
 * {@link ApiCall#idempotency()} allows it. One filter serves all calls at once.
 */
public interface CallFilter {

    /** Where a filter stands. */
    enum Stage {
        /** Once around the whole call with all of its attempts, outside the total deadline. */
        PER_CALL,
        /** Around each attempt, inside the circuit breaker and outside the attempt's timeout. */
        PER_ATTEMPT
    }

    /** Returns where this filter stands; always the same. */
    Stage stage();

    /**
     * Returns the call as this filter lets it happen; the usual body is {@code next.proceed(call)} with operators
     * around it.
     *
     * @param call the call
     * @param next what lies within
     */
    <T> Mono<T> filter(ApiCall<T> call, Next next);

    /** What lies within a filter. */
    interface Next {

        /**
         * Returns the rest of the call; each subscription runs it.
         *
         * @param call the call as the filter was given it
         * @throws IllegalArgumentException if the call is not one that was given to a filter
         */
        <T> Mono<T> proceed(ApiCall<T> call);
    }
}
