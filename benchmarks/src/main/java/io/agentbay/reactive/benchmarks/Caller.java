package io.agentbay.reactive.benchmarks;

/** A client under measurement. */
interface Caller extends AutoCloseable {

    String name();

    /** Begins to keep {@code inFlight} calls in flight. */
    Load start(int inFlight);

    @Override
    void close();
}
