package io.agentbay.reactive.local.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
public final class ManualClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-22T13:52:04.500Z");

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    public synchronized void advanceTo(Instant to) {
        now = to.isAfter(now) ? to : now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
