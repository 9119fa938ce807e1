package io.agentbay.reactive.config;

import java.time.Duration;

/** How a client protects the service and itself. Immutable; each call with an argument returns a new value. */
public final class Resilience {

    static final Resilience DEFAULTS =
            new Resilience(3, Duration.ofMillis(200), Duration.ofSeconds(10), 1_000, 100_000, 0, 100);

    private final int maxAttempts;
    private final Duration firstPause;
    private final Duration longestPause;
    private final int maxConcurrentCalls;
    private final int maxWaitingCalls;
    private final int callsPerSecond;
    private final int pollsPerSecond;

    private Resilience(
            int maxAttempts,
            Duration firstPause,
            Duration longestPause,
            int maxConcurrentCalls,
            int maxWaitingCalls,
            int callsPerSecond,
            int pollsPerSecond) {
        this.maxAttempts = maxAttempts;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.maxConcurrentCalls = maxConcurrentCalls;
        this.maxWaitingCalls = maxWaitingCalls;
        this.callsPerSecond = callsPerSecond;
        this.pollsPerSecond = pollsPerSecond;
    }

    /** Returns how often a call that may be repeated is tried at most; 3 by default, 1 is without retries. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /**
     * Returns these options with another {@link #maxAttempts()}.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Resilience maxAttempts(int count) {
        return new Resilience(
                Checks.atLeastOne(count, "maxAttempts"),
                firstPause,
                longestPause,
                maxConcurrentCalls,
                maxWaitingCalls,
                callsPerSecond,
                pollsPerSecond);
    }

    /** Returns the pause before the second attempt; 200 ms by default, then doubled each time, give or take half. */
    public Duration firstPause() {
        return firstPause;
    }

    /**
     * Returns these options with another {@link #firstPause()}.
     *
     * @throws IllegalArgumentException if {@code pause} is not longer than zero
     */
    public Resilience firstPause(Duration pause) {
        return new Resilience(
                maxAttempts,
                Checks.positive(pause, "firstPause"),
                longestPause,
                maxConcurrentCalls,
                maxWaitingCalls,
                callsPerSecond,
                pollsPerSecond);
    }

    /** Returns the longest pause before an attempt that the service did not ask for; 10 seconds by default. */
    public Duration longestPause() {
        return longestPause;
    }

    /**
     * Returns these options with another {@link #longestPause()}.
     *
     * @throws IllegalArgumentException if {@code pause} is not longer than zero
     */
    public Resilience longestPause(Duration pause) {
        return new Resilience(
                maxAttempts,
                firstPause,
                Checks.positive(pause, "longestPause"),
                maxConcurrentCalls,
                maxWaitingCalls,
                callsPerSecond,
                pollsPerSecond);
    }

    /** Returns how many calls may be in flight at once; 1,000 by default, further ones wait in order. */
    public int maxConcurrentCalls() {
        return maxConcurrentCalls;
    }

    /**
     * Returns these options with another {@link #maxConcurrentCalls()}.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Resilience maxConcurrentCalls(int count) {
        return new Resilience(
                maxAttempts,
                firstPause,
                longestPause,
                Checks.atLeastOne(count, "maxConcurrentCalls"),
                maxWaitingCalls,
                callsPerSecond,
                pollsPerSecond);
    }

    /** Returns how many calls may wait for their turn; 100,000 by default, further ones are rejected. */
    public int maxWaitingCalls() {
        return maxWaitingCalls;
    }

    /**
     * Returns these options with another {@link #maxWaitingCalls()}.
     *
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public Resilience maxWaitingCalls(int count) {
        return new Resilience(
                maxAttempts,
                firstPause,
                longestPause,
                maxConcurrentCalls,
                Checks.notNegative(count, "maxWaitingCalls"),
                callsPerSecond,
                pollsPerSecond);
    }

    /** Returns how many attempts may begin per second; 0, the default, sets no limit. */
    public int callsPerSecond() {
        return callsPerSecond;
    }

    /**
     * Returns these options with another {@link #callsPerSecond()}.
     *
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public Resilience callsPerSecond(int count) {
        return new Resilience(
                maxAttempts,
                firstPause,
                longestPause,
                maxConcurrentCalls,
                maxWaitingCalls,
                Checks.notNegative(count, "callsPerSecond"),
                pollsPerSecond);
    }

    /** Returns how many polls of running syncs all sessions may send per second; 100 by default. */
    public int pollsPerSecond() {
        return pollsPerSecond;
    }

    /**
     * Returns these options with another {@link #pollsPerSecond()}.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Resilience pollsPerSecond(int count) {
        return new Resilience(
                maxAttempts,
                firstPause,
                longestPause,
                maxConcurrentCalls,
                maxWaitingCalls,
                callsPerSecond,
                Checks.atLeastOne(count, "pollsPerSecond"));
    }
}
