package io.agentbay.reactive.session;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.sync.SyncReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a session ended.
 *
 * @param id the session, which is gone
 * @param saved the upload before the end; null when nothing had to be uploaded
 * @param unsaved mounts given up on request, with {@link CloseMode#WITHOUT_SAVING}; otherwise empty
 * @param elapsed from the first close to the confirmed end, on this client's monotonic clock
 */
public record CloseReport(SessionId id, @Nullable SyncReport saved, List<MountOutcome> unsaved, Duration elapsed)
        implements Report {

    /** Checks that all is there and copies the list. */
    public CloseReport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(elapsed, "elapsed");
        unsaved = List.copyOf(unsaved);
    }
}
