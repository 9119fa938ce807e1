package io.agentbay.reactive.local.http;

import java.time.Duration;

/**
 * What one caller may cost.
 *
 * @param bodyBytes largest body of a call; streams of signed URLs are not limited
 * @param lineBytes largest request line; signed URLs carry long encoded names
 * @param headerBytes largest header block
 * @param connections open connections
 * @param calls calls being worked on or waiting for it
 * @param readTimeout longest silence of who sends an object
 * @param idleTimeout how long an unused connection stays open; longer than clients keep theirs
 * @param headTime longest time from the first byte of a request to the end of its head
 * @param bodyTime longest time for the body of a call to come
 * @param stalledTime how long an answer may wait for a reader who takes nothing of it
 * @param bodyMemory bytes all bodies of calls together may hold, beside the beginning of each
 */
record FrontLimits(
        int bodyBytes,
        int lineBytes,
        int headerBytes,
        int connections,
        int calls,
        Duration readTimeout,
        Duration idleTimeout,
        Duration headTime,
        Duration bodyTime,
        Duration stalledTime,
        long bodyMemory) {

    private static final int KIB = 1024;

    static FrontLimits defaults() {
        return new FrontLimits(
                16 * KIB * KIB,
                64 * KIB,
                32 * KIB,
                20_000,
                20_000,
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(60),
                Math.max(64L * KIB * KIB, Runtime.getRuntime().maxMemory() / 8));
    }
}
