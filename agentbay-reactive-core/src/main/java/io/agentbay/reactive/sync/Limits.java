package io.agentbay.reactive.sync;

import java.time.Duration;

/** The rule for durations in requests. */
final class Limits {

    private Limits() {}

    static Duration requirePositive(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("limit must be more than zero, but was " + limit);
        }
        return limit;
    }
}
