package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.Report;
import java.time.Duration;
import java.util.Objects;

/**
 * What a verification looked at and found in order; damage is an error, never a report.
 *
 * @param objects stored objects that are there with the size they should have
 * @param bytesRead bytes read back and hashed, as stored
 * @param elapsed from subscription to end
 */
public record VerifyReport(long objects, long bytesRead, Duration elapsed) implements Report {

    /** Checks that all is there. */
    public VerifyReport {
        Objects.requireNonNull(elapsed, "elapsed");
    }
}
