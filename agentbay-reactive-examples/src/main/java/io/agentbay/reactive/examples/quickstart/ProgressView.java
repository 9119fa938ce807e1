package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.event.OperationEvent;

/** Shows how far a run is. Told from several threads. */
interface ProgressView extends AutoCloseable {

    /** A phase begins, and the one before has ended. */
    void enter(Phase phase);

    /** The client told something; for a view that shows it as it is. */
    default void tell(OperationEvent event) {}

    /** The phase got on; a total below zero is not known. */
    void advance(long done, long total, String note);

    @Override
    void close();
}
