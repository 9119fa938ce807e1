package io.agentbay.reactive.benchmarks;

/** Keeps a number of calls in flight until it is closed. */
interface Load extends AutoCloseable {

    /** Calls answered well so far. */
    long calls();

    /** Calls that failed so far. */
    long failures();

    /** Stops calling and waits until nothing is in flight. */
    @Override
    void close();
}
