package io.agentbay.reactive.internal.autosync;

import java.util.random.RandomGenerator;

/**
 * Once per period on a fixed grid, each time a little early, so that neither jitter nor slow uploads make it drift; what
 * a slow upload ran over is left out.
 */
final class Periodic implements Rhythm {

    private static final int MOST_DOUBLINGS = 20;

    private final long period;
    private final long start;
    private final RandomGenerator random;
    private long tick;
    private long due;
    private int failures;

    Periodic(long period, long start, RandomGenerator random) {
        this.period = period;
        this.start = start;
        this.random = random;
        plan(1);
    }

    @Override
    public long look(long now, Activity activity, boolean watched) {
        if (now < due) {
            return due - now;
        }
        plan(Math.max(tick + 1, next(now)));
        return activity.isDue(watched) ? 0 : Math.max(1, due - now);
    }

    @Override
    public void succeeded(long now) {
        failures = 0;
        if (now >= due) {
            plan(next(now));
        }
    }

    @Override
    public void failed(long now) {
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        long left = Math.min((1L << failures) - 1, Math.max(0, LONGEST_PAUSE / period - 1));
        plan(Math.max(tick, next(now)) + left);
    }

    /** The tick that follows. */
    private long next(long now) {
        return (now - start) / period + 1;
    }

    private void plan(long planned) {
        tick = planned;
        due = start + planned * period - Rhythm.jitter(period, random);
    }
}
