package io.agentbay.reactive.examples.quickstart;

/** Shows how far a run is. Told from several threads. */
interface ProgressView extends AutoCloseable {

    /** A phase begins, and the one before has ended. */
    void enter(Phase phase);

    /** The phase got on; a total below zero is not known. */
    void advance(long done, long total, String note);

    @Override
    void close();
}
