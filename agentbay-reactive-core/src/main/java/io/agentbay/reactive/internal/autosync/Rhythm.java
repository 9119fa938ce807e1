package io.agentbay.reactive.internal.autosync;

import io.agentbay.reactive.sync.AutoSync;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** When one mount is due; times are the runtime's nanoseconds. Its timer guards it against use at the same time. */
interface Rhythm {

    /** The longest pause after failures, for a rhythm that is faster. */
    long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(15);

    /**
     * How long to wait before looking again, zero to sync now.
     *
     * @param watched whether all changes are seen, also those without a call of this client
     */
    long look(long now, Activity activity, boolean watched);

    void succeeded(long now);

    void failed(long now);

    static Rhythm of(AutoSync rule, long now, RandomGenerator random) {
        Duration longestWait = rule.longestWait();
        long interval = rule.interval().toNanos();
        return longestWait == null
                ? new Periodic(interval, now, random)
                : new Settling(interval, longestWait.toNanos(), now, random);
    }

    /** Up to a tenth of a time. */
    static long jitter(long time, RandomGenerator random) {
        return random.nextLong(time / 10);
    }
}
