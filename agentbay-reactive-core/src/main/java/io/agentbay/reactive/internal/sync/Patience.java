package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.error.AuthenticationException;
import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.PermissionDeniedException;
import io.agentbay.reactive.internal.sync.TaskMatcher.Matched;
import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long one wait goes on: as long as some entry of its key changes within the limit. A poll that failed is no change
 * and no end, unless it says three times in a row that asking again is pointless.
 */
final class Patience {

    private static final int POINTLESS_IN_A_ROW = 3;

    private final Duration limit;
    private long changedAt;
    private List<SyncTask> last = List.of();
    private int pointless;
    private @Nullable Throwable lastError;

    Patience(Duration limit, long nowNanos) {
        this.limit = limit;
        this.changedAt = nowNanos;
    }

    /** Takes note of a poll that was answered with a list. */
    void saw(Matched matched, long nowNanos) {
        pointless = 0;
        lastError = null;
        if (!matched.all().equals(last)) {
            last = matched.all();
            changedAt = nowNanos;
        }
    }

    /** Takes note of a poll that failed. */
    void failed(Throwable error) {
        lastError = error;
        pointless = isPointless(error) ? pointless + 1 : 0;
    }

    /** Whether there is no sense in waiting on. */
    boolean over(long nowNanos) {
        return pointless >= POINTLESS_IN_A_ROW || nowNanos - changedAt >= limit.toNanos();
    }

    /** Why it is over, in words. */
    String reason() {
        if (lastError != null) {
            return "the service did not say how it stands: " + lastError.getMessage();
        }
        String listed =
                last.isEmpty() ? "it listed no task" : "its task was last " + describe(last.get(last.size() - 1));
        return "the service showed no change for " + limit.toSeconds() + " s; " + listed;
    }

    @Nullable
    Throwable lastError() {
        return lastError;
    }

    private static String describe(SyncTask task) {
        return task.errorMessage().isEmpty() ? task.status() : task.status() + " (" + task.errorMessage() + ")";
    }

    private static boolean isPointless(Throwable error) {
        return error instanceof NotFoundException
                || error instanceof AuthenticationException
                || error instanceof PermissionDeniedException
                || error instanceof ClosedException;
    }
}
