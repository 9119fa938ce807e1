package io.agentbay.reactive.local.snapshot;

import io.agentbay.reactive.local.LocalClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a client that lives as long as its service: a day that passes there passes here. */
final class ServiceTime extends Clock {

    private final LocalClock service;

    ServiceTime(LocalClock service) {
        this.service = service;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return service.now();
    }
}
