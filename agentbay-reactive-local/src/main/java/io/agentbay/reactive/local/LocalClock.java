package io.agentbay.reactive.local;

import java.time.Duration;
import java.time.Instant;

/** The service's own clock: the machine's, moved forward as far as a test wants. Safe for use from several threads. */
public interface LocalClock {

    /** What time it is for the service. */
    Instant now();

    /**
     * Moves the clock forward and lets happen what became due, such as ends of sync tasks and idle sessions.
     *
     * <p>Returns when it has happened; on a non-blocking thread it returns at once and it happens soon after.
     *
     * @param by how far, not negative; the clock never goes back
     */
    void advance(Duration by);
}
