package io.agentbay.reactive.pipeline;

/**
 * One remote call on its way to the service. Immutable and safe to share; made by the client only.
 *
 * @param <T> what the call answers
 */
public interface ApiCall<T> {

    /** Returns the service's action, such as {@code GetContext}, or the tool's name for a call by another route. */
    String action();

    /** Returns what may be done when the outcome of an attempt is unknown. */
    Idempotency idempotency();

    /** Returns the number of the attempt: 0 before the first one, then 1, 2 and so on. */
    int attempt();

    /** What may be done when the outcome of an attempt is unknown; it belongs to the operation, not to the action. */
    enum Idempotency {
        /** Changes nothing: may be sent again. */
        READ,
        /** Twice is as good as once: may be sent again. */
        IDEMPOTENT,
        /** Twice differs from once: sent again only if it surely did not arrive. */
        UNSAFE,
        /** As unsafe, and sent again only if it never left: whoever calls finds out whether it happened. */
        RECONCILE;

        /** Returns whether sending twice does no harm. */
        public boolean repeatable() {
            return this == READ || this == IDEMPOTENT;
        }
    }
}
