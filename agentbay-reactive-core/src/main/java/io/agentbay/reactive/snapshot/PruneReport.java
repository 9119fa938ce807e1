package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.Report;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a prune forgot and freed. While it runs, its events count the objects it deletes and their stored bytes.
 *
 * @param deleted the snapshots it forgot
 * @param bytesFreed stored bytes deleted: what an earlier prune had marked at least 24 hours before
 * @param bytesMarked stored bytes marked for a later prune to delete
 * @param elapsed from subscription to end
 */
public record PruneReport(List<Snapshot> deleted, long bytesFreed, long bytesMarked, Duration elapsed)
        implements Report {

    /** Checks that all is there and copies the list. */
    public PruneReport {
        deleted = List.copyOf(deleted);
        Objects.requireNonNull(elapsed, "elapsed");
    }
}
