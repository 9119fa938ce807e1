package io.agentbay.reactive.internal.runtime;

import java.time.Clock;
import java.util.random.RandomGenerator;
import reactor.core.scheduler.Scheduler;

/**
 * Everything of the outside world that a client depends on besides the network.
 *
 * <p>No other code reads clocks, makes random numbers, starts threads or touches local files. A simulation hands in
 * its own runtime and so owns every source of chance.
 */
public interface ClientRuntime {

    /** For every delay, timeout and pause; never for work that blocks. */
    Scheduler timer();

    /** For work that blocks on local files, or that computes for long, such as compressing; never for waiting. */
    Scheduler files();

    /** Wall time, for what is shown to people; never compared with the service's clock. */
    Clock clock();

    /** Monotonic time in nanoseconds, for durations and deadlines. */
    long nanos();

    /** Randomness for ids and jitter; safe for use from any thread. */
    RandomGenerator random();

    LocalFiles localFiles();

    Background background();
}
