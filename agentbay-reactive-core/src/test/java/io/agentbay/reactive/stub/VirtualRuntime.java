package io.agentbay.reactive.stub;

import io.agentbay.reactive.internal.runtime.Background;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A runtime whose time stands still until a test moves it, and whose randomness is always the same. */
public final class VirtualRuntime implements ClientRuntime {
    public static final Instant START = Instant.parse("2026-11-22T13:52:04.789Z");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private Duration stepped = Duration.ZERO;
    private final Random random = new Random(7);

    /** Moves the time. */
    public void advance(Duration by) {
        time.advanceTimeBy(by);
    }

    /** Steps the clock, as people and time servers do; durations are not touched. */
    public void stepClock(Duration by) {
        stepped = stepped.plus(by);
    }

    /** How many tasks were ever scheduled: while nothing lives that schedules, the number stands still. */
    public long scheduled() {
        return time.getScheduledTaskCount();
    }

    @Override
    public Scheduler timer() {
        return time;
    }

    @Override
    public Scheduler files() {
        return time;
    }

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return START.plus(stepped).plusNanos(nanos());
            }
        };
    }

    @Override
    public long nanos() {
        return time.now(TimeUnit.NANOSECONDS);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public LocalFiles localFiles() {
        throw new UnsupportedOperationException("This test has no local files");
    }

    @Override
    public Background background() {
        throw new UnsupportedOperationException("This test has no background");
    }
}
