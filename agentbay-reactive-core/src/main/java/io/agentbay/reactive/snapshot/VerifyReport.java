package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.Report;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a verification looked at and found in order; damage is an error, never a report.
 *
 * @param objects stored objects that are there with the size they should have
 * @param bytesRead bytes read back and hashed, as stored
 * @param extra objects of a store that no snapshot refers to, at most the first 1,000: work under way, or what a prune
 *     will free; no damage. Empty for a single snapshot
 * @param extraBytes bytes of all of them, as stored
 * @param elapsed from subscription to end
 */
public record VerifyReport(long objects, long bytesRead, List<String> extra, long extraBytes, Duration elapsed)
        implements Report {

    /** Checks that all is there and copies the list. */
    public VerifyReport {
        extra = List.copyOf(extra);
        Objects.requireNonNull(elapsed, "elapsed");
    }
}
