package io.agentbay.reactive.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock plus an offset that only grows. */
final class ShiftedClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    void shift(Duration by) {
        offset.accumulateAndGet(by, Duration::plus);
    }

    Duration ahead() {
        return Objects.requireNonNull(offset.get());
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The service thinks in UTC.");
    }
}
