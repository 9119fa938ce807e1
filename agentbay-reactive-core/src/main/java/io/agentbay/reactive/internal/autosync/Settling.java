package io.agentbay.reactive.internal.autosync;

import java.util.random.RandomGenerator;

/** When changes stopped for a while, or went on for too long. */
final class Settling implements Rhythm {

    private static final int MOST_DOUBLINGS = 20;

    private final long quiet;
    private final long longestWait;
    private final RandomGenerator random;
    private long quietFor;
    private long waitFor;
    /** When nothing was waiting to be uploaded; a look may be up to the quiet time after the first change. */
    private long cleanAt;

    private long notBefore = Long.MIN_VALUE;
    private int failures;

    Settling(long quiet, long longestWait, long now, RandomGenerator random) {
        this.quiet = quiet;
        this.longestWait = longestWait;
        this.random = random;
        this.cleanAt = now;
        draw();
    }

    @Override
    public long look(long now, Activity activity, boolean watched) {
        boolean changing = activity.ongoing() && !watched;
        if (activity.resting() || !activity.changed() && !changing) {
            cleanAt = now;
            return quiet;
        }
        long settled = (changing ? now : activity.changedAt()) + quietFor;
        long due = Math.max(notBefore, Math.min(settled, cleanAt + waitFor));
        if (now < due) {
            return due - now;
        }
        cleanAt = now;
        draw();
        return 0;
    }

    @Override
    public void succeeded(long now) {
        failures = 0;
        notBefore = now + quiet;
    }

    @Override
    public void failed(long now) {
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        long doubled = quiet > Long.MAX_VALUE >> failures + 1 ? Long.MAX_VALUE : quiet << failures;
        notBefore = now + Math.min(doubled, Math.max(quiet, LONGEST_PAUSE));
    }

    private void draw() {
        quietFor = quiet + Rhythm.jitter(quiet, random);
        waitFor = longestWait - Rhythm.jitter(longestWait, random);
    }
}
