package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.common.Tally;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a restore did; everything it wrote was read back and compared.
 *
 * @param files files added, overwritten, deleted and left alone because they were the same
 * @param bytesWritten bytes of the files written
 * @param safety what the target held before: a context everything, a local directory what was overwritten or deleted;
 *     null when nothing was; kept where {@link RestoreRequest#safetyIn} says
 * @param elapsed from subscription to end
 */
public record RestoreReport(
        Tally files, long bytesWritten, @Nullable Snapshot safety, Duration elapsed) implements Report {

    /** Checks that all is there. */
    public RestoreReport {
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(elapsed, "elapsed");
    }
}
