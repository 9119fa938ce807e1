package io.agentbay.reactive.session;

import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.sync.SyncReport;
import java.time.Duration;
import java.util.Objects;

/**
 * What went from one session to another, through the contexts both mount.
 *
 * @param uploaded from the first session to the contexts, verified by content
 * @param downloaded from the contexts to the other session, begun after that and verified by content
 * @param elapsed from subscription to completion, on this client's monotonic clock
 */
public record HandOverReport(SyncReport uploaded, SyncReport downloaded, Duration elapsed) implements Report {

    /** Checks that all is there. */
    public HandOverReport {
        Objects.requireNonNull(uploaded, "uploaded");
        Objects.requireNonNull(downloaded, "downloaded");
        Objects.requireNonNull(elapsed, "elapsed");
    }
}
