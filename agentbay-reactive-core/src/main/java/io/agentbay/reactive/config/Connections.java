package io.agentbay.reactive.config;

import java.time.Duration;

/** How connections are kept. Immutable; each call with an argument returns a new value. */
public final class Connections {

    static final Connections DEFAULTS = new Connections(
            1_000,
            10_000,
            64,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofMinutes(5));

    private final int maxConnections;
    private final int maxPending;
    private final int maxTransfers;
    private final Duration acquireTimeout;
    private final Duration connectTimeout;
    private final Duration tlsTimeout;
    private final Duration maxIdleTime;
    private final Duration maxLifeTime;

    private Connections(
            int maxConnections,
            int maxPending,
            int maxTransfers,
            Duration acquireTimeout,
            Duration connectTimeout,
            Duration tlsTimeout,
            Duration maxIdleTime,
            Duration maxLifeTime) {
        this.maxConnections = maxConnections;
        this.maxPending = maxPending;
        this.maxTransfers = maxTransfers;
        this.acquireTimeout = acquireTimeout;
        this.connectTimeout = connectTimeout;
        this.tlsTimeout = tlsTimeout;
        this.maxIdleTime = maxIdleTime;
        this.maxLifeTime = maxLifeTime;
    }

    /** Returns how many connections for calls may be open; 1,000 by default. */
    public int maxConnections() {
        return maxConnections;
    }

    /**
     * Returns these options with another {@link #maxConnections()}.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Connections maxConnections(int count) {
        return new Connections(
                Checks.atLeastOne(count, "maxConnections"),
                maxPending,
                maxTransfers,
                acquireTimeout,
                connectTimeout,
                tlsTimeout,
                maxIdleTime,
                maxLifeTime);
    }

    /** Returns how many calls may wait for a connection; 10,000 by default. */
    public int maxPending() {
        return maxPending;
    }

    /**
     * Returns these options with another {@link #maxPending()}.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Connections maxPending(int count) {
        return new Connections(
                maxConnections,
                Checks.atLeastOne(count, "maxPending"),
                maxTransfers,
                acquireTimeout,
                connectTimeout,
                tlsTimeout,
                maxIdleTime,
                maxLifeTime);
    }

    /** Returns how many connections for the content of files may be open; 64 by default, pooled apart from calls. */
    public int maxTransfers() {
        return maxTransfers;
    }

    /**
     * Returns these options with another {@link #maxTransfers()}.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Connections maxTransfers(int count) {
        return new Connections(
                maxConnections,
                maxPending,
                Checks.atLeastOne(count, "maxTransfers"),
                acquireTimeout,
                connectTimeout,
                tlsTimeout,
                maxIdleTime,
                maxLifeTime);
    }

    /** Returns how long a call waits for a connection; 10 seconds by default. */
    public Duration acquireTimeout() {
        return acquireTimeout;
    }

    /**
     * Returns these options with another {@link #acquireTimeout()}.
     *
     * @throws IllegalArgumentException if {@code limit} is not longer than zero
     */
    public Connections acquireTimeout(Duration limit) {
        return new Connections(
                maxConnections,
                maxPending,
                maxTransfers,
                Checks.positive(limit, "acquireTimeout"),
                connectTimeout,
                tlsTimeout,
                maxIdleTime,
                maxLifeTime);
    }

    /** Returns how long connecting may take; 5 seconds by default. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * Returns these options with another {@link #connectTimeout()}.
     *
     * @throws IllegalArgumentException if {@code limit} is not longer than zero
     */
    public Connections connectTimeout(Duration limit) {
        return new Connections(
                maxConnections,
                maxPending,
                maxTransfers,
                acquireTimeout,
                Checks.positive(limit, "connectTimeout"),
                tlsTimeout,
                maxIdleTime,
                maxLifeTime);
    }

    /** Returns how long the TLS handshake may take; 10 seconds by default. */
    public Duration tlsTimeout() {
        return tlsTimeout;
    }

    /**
     * Returns these options with another {@link #tlsTimeout()}.
     *
     * @throws IllegalArgumentException if {@code limit} is not longer than zero
     */
    public Connections tlsTimeout(Duration limit) {
        return new Connections(
                maxConnections,
                maxPending,
                maxTransfers,
                acquireTimeout,
                connectTimeout,
                Checks.positive(limit, "tlsTimeout"),
                maxIdleTime,
                maxLifeTime);
    }

    /** Returns after which idle time a connection is closed; 20 seconds by default, to be shorter than the service's. */
    public Duration maxIdleTime() {
        return maxIdleTime;
    }

    /**
     * Returns these options with another {@link #maxIdleTime()}.
     *
     * @throws IllegalArgumentException if {@code time} is not longer than zero
     */
    public Connections maxIdleTime(Duration time) {
        return new Connections(
                maxConnections,
                maxPending,
                maxTransfers,
                acquireTimeout,
                connectTimeout,
                tlsTimeout,
                Checks.positive(time, "maxIdleTime"),
                maxLifeTime);
    }

    /** Returns after which time a connection is no longer used, so that changes of names are seen; 5 minutes by default. */
    public Duration maxLifeTime() {
        return maxLifeTime;
    }

    /**
     * Returns these options with another {@link #maxLifeTime()}.
     *
     * @throws IllegalArgumentException if {@code time} is not longer than zero
     */
    public Connections maxLifeTime(Duration time) {
        return new Connections(
                maxConnections,
                maxPending,
                maxTransfers,
                acquireTimeout,
                connectTimeout,
                tlsTimeout,
                maxIdleTime,
                Checks.positive(time, "maxLifeTime"));
    }
}
