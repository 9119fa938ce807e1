package io.agentbay.reactive.internal.event;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How fast something moves: the rate of about the last five seconds, on the monotonic clock, so that it neither jumps
 * with each piece nor remembers a fast start for long. Unknown until it was watched for a moment.
 *
 * <p>Not safe for use from several threads: its owner's lock guards it.
 */
public final class Pace {

    private static final double WINDOW_SECONDS = 5;
    private static final double SHORTEST_SECONDS = 0.25;
    private static final double SLOWEST = 1;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private long last;
    private double seconds;
    private double amount;

    /** Begins to watch now. */
    public Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** So much moved since the last time; less than nothing counts as nothing. */
    public void moved(long units) {
        pass();
        amount += Math.max(0, units);
    }

    /** Units per second; null while unknown. */
    public @Nullable Double perSecond() {
        pass();
        return seconds < SHORTEST_SECONDS ? null : amount / seconds;
    }

    /** How long so much more takes at this rate; null while the rate is unknown, or when hardly anything moves. */
    public @Nullable Duration timeFor(long units) {
        Double rate = perSecond();
        if (units <= 0) {
            return Duration.ZERO;
        }
        return rate == null || rate < SLOWEST ? null : Duration.ofMillis(Math.round(1000 * units / rate));
    }

    /** What was counted fades together with the time it took, so the rate stands still while nothing is told. */
    private void pass() {
        long now = nanos.getAsLong();
        double passed = Math.max(0, now - last) / NANOS;
        double kept = Math.exp(-passed / WINDOW_SECONDS);
        seconds = seconds * kept + passed;
        amount *= kept;
        last = now;
    }
}
