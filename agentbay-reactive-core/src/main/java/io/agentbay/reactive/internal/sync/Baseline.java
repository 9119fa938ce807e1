package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.sync.TaskMatcher.Matched;
import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What this client has seen of one key so far: the largest start time ever listed and when it was first there, and the
 * trigger whose task it has not seen ended. Guarded by itself.
 */
final class Baseline {

    /** A task triggered this long after a start time was observed starts in a later second. */
    static final long PACE = TimeUnit.MILLISECONDS.toNanos(1_100);

    /** How long a trigger without a task may still show one. */
    static final long SETTLE = TimeUnit.SECONDS.toNanos(10);

    private long largestStart = Long.MIN_VALUE;
    private long observedAt;
    private long lastAsked = Long.MIN_VALUE;
    private @Nullable Trigger unresolved;
    private @Nullable Trigger doubtful;

    /** Takes note of an answer. */
    synchronized void observe(Matched matched, Poll poll) {
        long start = matched.largestStart();
        if (start > largestStart) {
            largestStart = start;
            observedAt = poll.receivedNanos();
        }
        lastAsked = poll.sentNanos();
        unresolved = open(unresolved, matched);
        doubtful = open(doubtful, matched);
    }

    private static @Nullable Trigger open(@Nullable Trigger trigger, Matched matched) {
        return trigger != null && matched.all().stream().anyMatch(trigger::endedWith) ? null : trigger;
    }

    /** When the last answered poll was sent: what it did not list was not listed by then. */
    synchronized long lastAsked() {
        return lastAsked;
    }

    /** The latest trigger that was given up without a task; null when there is none. */
    synchronized @Nullable Doubt doubt() {
        return doubtful == null ? null : new Doubt(doubtful.lastSign());
    }

    synchronized long largestStart() {
        return largestStart;
    }

    /** How long to wait before a trigger whose task is to be told apart from all seen so far. */
    synchronized long pause(long nowNanos) {
        return largestStart == Long.MIN_VALUE ? 0 : Math.max(0, observedAt + PACE - nowNanos);
    }

    /** A trigger goes out; until its task is seen ended it stays unresolved. */
    synchronized void triggered(long baseline, long nowNanos) {
        unresolved = new Trigger(baseline, nowNanos);
    }

    /** The last sign of an unresolved trigger: answered, lost or given up. */
    synchronized void lastSign(long nowNanos) {
        if (unresolved != null) {
            unresolved = new Trigger(unresolved.baseline(), nowNanos);
        }
    }

    /** The trigger surely never reached the service. */
    synchronized void neverTriggered() {
        unresolved = null;
    }

    /** Whether a poll sent at this time would show the task of an earlier trigger, unless it is a long one. */
    synchronized boolean settled(long sentNanos) {
        if (unresolved != null && sentNanos - unresolved.lastSign() >= SETTLE) {
            doubtful = unresolved;
            unresolved = null;
        }
        return unresolved == null;
    }

    private record Trigger(long baseline, long lastSign) {

        boolean endedWith(SyncTask task) {
            return task.startTime() > baseline && Acceptance.ended(task);
        }
    }
}
