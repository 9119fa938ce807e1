package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.MountOutcome.State;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.error.SyncUnconfirmedException;
import io.agentbay.reactive.sync.SyncReport;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one mount of a sync ended: with a report of its own, or with an error of its own. */
record MountEnd(
        SyncRounds.Key key,
        @Nullable SyncReport report,
        @Nullable Throwable error) {

    boolean ok() {
        return report != null;
    }

    boolean unconfirmed() {
        return error instanceof SyncUnconfirmedException;
    }

    boolean failed() {
        return !ok() && !unconfirmed();
    }

    /** An error that says by itself what is wrong, instead of how the sync ended. */
    boolean foreign() {
        return failed() && !(error instanceof SyncFailedException);
    }

    Throwable errorOrThrow() {
        return Objects.requireNonNull(error, "error");
    }

    MountOutcome outcome() {
        if (report != null) {
            return report.mounts().get(0).outcome();
        }
        if (error instanceof SyncUnconfirmedException open) {
            return open.mounts().get(0);
        }
        if (error instanceof SyncFailedException no) {
            return no.mounts().get(0);
        }
        return Outcomes.outcome(key, State.FAILED, null, errorOrThrow().getMessage());
    }

    /** What waiting on needs to know; nothing when there is nothing to wait for. */
    Stream<Ticket.Wait> waits() {
        return error instanceof SyncUnconfirmedException open
                ? Ticket.parse(open.ticket()).waits().stream()
                : Stream.empty();
    }
}
