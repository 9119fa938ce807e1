package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import java.util.concurrent.TimeUnit;

/**
 * A trigger of an earlier round that showed no task as long as one was waited for. A service may list tasks only when
 * they end, and join triggers to what runs: then the next task listed may be that one's, and began before this round.
 *
 * <p>It cannot be where it was listed while it ran, or where it is so short that it would have been listed long ago.
 * Durations are compared with durations, never a time of the service with one of ours.
 *
 * @param lastSign when that trigger was answered, lost or given up, monotonic
 */
record Doubt(long lastSign) {

    /** A duration made of whole seconds may have been so much longer. */
    private static final long ROUNDING = 1;

    /** Whether an ended task, not listed yet when {@code absentAt} asked, may be that trigger's. */
    boolean mayBe(SyncTask ended, long absentAt) {
        long lasted = ended.finishTime() - ended.startTime();
        long left = absentAt - lastSign - Baseline.SETTLE;
        return lasted < 0 || TimeUnit.NANOSECONDS.toSeconds(left) < lasted + ROUNDING;
    }
}
