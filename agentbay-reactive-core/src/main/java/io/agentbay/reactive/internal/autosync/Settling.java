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
        if (!activity.isDue(watched)) {
            cleanAt = now;
            return quiet;
        }
        long due = Math.max(notBefore, Math.min(settled(now, activity, watched), cleanAt + waitFor));
        if (now < due) {
            return Math.min(due - now, quiet + quiet / 10);
        }
        cleanAt = now;
        draw();
        return 0;
    }

    /** When it will have been quiet for long enough, as far as is known; never where nobody can see. */
    private long settled(long now, Activity activity, boolean watched) {
        if (activity.ongoing() && !watched) {
            return now + quietFor;
        }
        return activity.changed() ? activity.changedAt() + quietFor : Long.MAX_VALUE;
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
