package io.agentbay.reactive.local.simulation.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Wall time made of virtual time; it can be stepped, as people and time servers do. */
public final class SimulatedClock extends Clock {

    private static final Instant BEGINNING = Instant.parse("2026-11-22T13:52:04.500Z");

    private final Timeline timeline;
    private Duration offset;

    SimulatedClock(Timeline timeline, Duration offset) {
        this.timeline = timeline;
        this.offset = offset;
    }

    /** Steps the clock. */
    public void step(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant instant() {
        return BEGINNING.plus(offset).plusNanos(timeline.now());
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
