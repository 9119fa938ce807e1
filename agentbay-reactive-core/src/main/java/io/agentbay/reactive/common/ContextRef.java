package io.agentbay.reactive.common;

/**
 * A context or its id: every parameter that asks for a context takes both.
 *
 * <p>Implementations are immutable and safe to share between threads.
 */
public interface ContextRef {

    /** Returns the id the service knows the context by. */
    ContextId id();
}
