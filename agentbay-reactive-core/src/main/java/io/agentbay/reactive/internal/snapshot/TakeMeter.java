package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.internal.event.Pace;
import io.agentbay.reactive.internal.event.ProgressSink;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what goes on and tells it: processed against the total, and in words what of that was read and stored. */
final class TakeMeter {

    private final ProgressSink sink;
    private final LongSupplier nanos;
    private final long started;
    private final Pace pace;
    private long totalFiles;
    private long totalBytes;
    private long files;
    private long bytes;
    private long bytesRead;
    private long bytesStored;

    TakeMeter(ProgressSink sink, LongSupplier nanos) {
        this.sink = sink;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.pace = new Pace(nanos);
    }

    synchronized void plan(long plannedFiles, long plannedBytes) {
        totalFiles = plannedFiles;
        totalBytes = plannedBytes;
        files = 0;
        bytes = 0;
        tell(null);
    }

    /** A file is done with, whether it had to be read or not. */
    synchronized void processed(String file, long size) {
        files++;
        bytes += size;
        pace.moved(size);
        tell(file);
    }

    synchronized void read(long count) {
        bytesRead += count;
        tell(null);
    }

    synchronized void stored(long count) {
        bytesStored += count;
        tell(null);
    }

    synchronized long bytesRead() {
        return bytesRead;
    }

    void phase(Progress.Phase phase) {
        sink.update(progress -> progress.withPhase(phase));
    }

    Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - started);
    }

    private void tell(@Nullable String file) {
        var rate = pace.perSecond();
        var left = pace.timeFor(totalBytes - bytes);
        var words = "read " + bytesRead + " bytes, stored " + bytesStored + (file == null ? "" : ", " + file);
        var doneFiles = Figure.measured(files);
        var doneBytes = Figure.measured(bytes);
        var allFiles = Figure.observed(totalFiles);
        var allBytes = Figure.observed(totalBytes);
        sink.update(progress -> progress.withPhase(Progress.Phase.TRANSFERRING)
                .withFiles(doneFiles, allFiles)
                .withBytes(doneBytes, allBytes)
                .withRate(rate, left)
                .withCurrent(words));
    }
}
