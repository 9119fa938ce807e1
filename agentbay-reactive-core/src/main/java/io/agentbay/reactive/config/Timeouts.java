package io.agentbay.reactive.config;

import java.time.Duration;

/** How long things may take. Immutable; each call with an argument returns a new value. */
public final class Timeouts {

    static final Timeouts DEFAULTS =
            new Timeouts(Duration.ofSeconds(60), Duration.ofMinutes(3), Duration.ofMinutes(10), Duration.ofMinutes(5));

    private final Duration attempt;
    private final Duration call;
    private final Duration sync;
    private final Duration close;

    private Timeouts(Duration attempt, Duration call, Duration sync, Duration close) {
        this.attempt = attempt;
        this.call = call;
        this.sync = sync;
        this.close = close;
    }

    /** Returns how long one attempt of a call may take, its whole answer included; 60 seconds by default. */
    public Duration attempt() {
        return attempt;
    }

    /**
     * Returns these options with another {@link #attempt()}.
     *
     * @throws IllegalArgumentException if {@code limit} is not longer than zero
     */
    public Timeouts attempt(Duration limit) {
        return new Timeouts(Checks.positive(limit, "attempt"), call, sync, close);
    }

    /** Returns how long a call with all of its attempts and pauses may take; 3 minutes by default. */
    public Duration call() {
        return call;
    }

    /**
     * Returns these options with another {@link #call()}.
     *
     * @throws IllegalArgumentException if {@code limit} is not longer than zero
     */
    public Timeouts call(Duration limit) {
        return new Timeouts(attempt, Checks.positive(limit, "call"), sync, close);
    }

    /** Returns how long a sync waits while the service shows no change at all; 10 minutes by default. */
    public Duration sync() {
        return sync;
    }

    /**
     * Returns these options with another {@link #sync()}.
     *
     * @throws IllegalArgumentException if {@code limit} is not longer than zero
     */
    public Timeouts sync(Duration limit) {
        return new Timeouts(attempt, call, Checks.positive(limit, "sync"), close);
    }

    /** Returns how long the release of a session may take once it is saved; 5 minutes by default. */
    public Duration close() {
        return close;
    }

    /**
     * Returns these options with another {@link #close()}.
     *
     * @throws IllegalArgumentException if {@code limit} is not longer than zero
     */
    public Timeouts close(Duration limit) {
        return new Timeouts(attempt, call, sync, Checks.positive(limit, "close"));
    }
}
