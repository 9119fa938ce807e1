package io.agentbay.reactive.internal.sync;

import reactor.core.publisher.Flux;

/** Tells that something changed below a directory of one session. */
public interface DirectoryWatch {

    /**
     * How many changes were found at once, each time any were, from some moment after the subscription on; a slow
     * subscriber gets the latest. An answer that was lost counts as a change.
     *
     * <p>Completes when the session closes; an error when the service cannot tell. Reading consumes: all who watch a
     * directory through the same session share one reader, another client's watch takes changes away.
     */
    Flux<Integer> changes(String directory);
}
