package io.agentbay.reactive.internal.runtime;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Runs work that nobody waits for: the only place of the library that subscribes.
 *
 * <p>Detached work is tracked and bounded, so that a shutdown can await it and a test can prove that none is left.
 */
public interface Background {

    /** A background that runs 1,024 pieces of work at once and lets the rest wait in order; it has no thread of its own. */
    static Background create() {
        return new DefaultBackground();
    }

    /**
     * Starts {@code work} now and keeps it until it ends; a failure is logged under {@code what} and otherwise
     * swallowed, so work reports its own outcome first.
     */
    void run(String what, Mono<?> work);

    /** Completes when no detached work is left. */
    Mono<Void> idle();

    /** The number of pieces of work under way. */
    int active();

    /** What each piece of work under way was called, running ones first. */
    List<String> underWay();

    /** Cancels what is still under way and refuses new work. */
    void stop();
}
