package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.sync.TaskMatcher.Matched;
import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer proves about a sync whose baseline had a certain largest start time.
 *
 * <p>An entry that did not start later than the baseline never proves anything, however it changed. Start times are
 * compared with each other only, never with a clock of ours.
 */
record Acceptance(Verdict verdict, @Nullable SyncTask task) {

    /** The kinds of proof. */
    enum Verdict {
        /** A covering task succeeded. */
        SUCCEEDED,
        /** A covering task failed. */
        FAILED,
        /** A covering task is listed, but proves nothing yet. */
        RUNNING,
        /** Nothing covering is listed. */
        NOTHING
    }

    static Acceptance judge(Matched matched, long baseline) {
        SyncTask good = newest(matched, baseline, Acceptance::succeeded);
        if (good != null) {
            return new Acceptance(Verdict.SUCCEEDED, good);
        }
        SyncTask bad = newest(matched, baseline, Acceptance::failed);
        if (bad != null) {
            return new Acceptance(Verdict.FAILED, bad);
        }
        SyncTask any = newest(matched, baseline, task -> true);
        return any == null ? new Acceptance(Verdict.NOTHING, null) : new Acceptance(Verdict.RUNNING, any);
    }

    /** A success is one only without an error message and with times that make sense. */
    static boolean succeeded(SyncTask task) {
        return task.status().equals("Success")
                && task.errorMessage().isEmpty()
                && task.finishTime() >= task.startTime();
    }

    static boolean failed(SyncTask task) {
        return task.status().equals("Failed");
    }

    /** Whether the service is done with a task, well or not; an unknown word counts as running. */
    static boolean ended(SyncTask task) {
        return task.status().equals("Success") || failed(task);
    }

    private static @Nullable SyncTask newest(Matched matched, long baseline, Predicate<SyncTask> kind) {
        return matched.tasks().stream()
                .filter(task -> task.startTime() > baseline)
                .filter(kind)
                .max(Comparator.comparingLong(SyncTask::startTime))
                .orElse(null);
    }
}
