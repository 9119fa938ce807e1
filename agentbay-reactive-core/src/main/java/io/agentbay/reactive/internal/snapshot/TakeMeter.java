package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.internal.event.Pace;
import io.agentbay.reactive.internal.event.ProgressSink;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what goes on and tells it: processed against the total, and apart from that what was read and stored. */
final class TakeMeter {

    private final ProgressSink sink;
    private final LongSupplier nanos;
    private final long started;
    private final Pace pace;
    private Progress.Phase phase = Progress.Phase.PLANNING;
    private int attempt;
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

    /** Begins; a second time it is another attempt, whose figures start over, but for what was read and stored so far. */
    synchronized void plan(Progress.Phase doing, long plannedFiles, long plannedBytes) {
        phase = doing;
        attempt++;
        totalFiles = plannedFiles;
        totalBytes = plannedBytes;
        files = 0;
        bytes = 0;
        tell(null);
    }

    /** So much more is to be done than was known. */
    synchronized void more(long plannedFiles, long plannedBytes) {
        totalFiles += plannedFiles;
        totalBytes += plannedBytes;
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

    synchronized void phase(Progress.Phase next) {
        phase = next;
        sink.update(progress -> progress.withPhase(next));
    }

    Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - started);
    }

    private void tell(@Nullable String file) {
        var now = phase;
        var number = Math.max(1, attempt);
        var rate = pace.perSecond();
        var left = pace.timeFor(totalBytes - bytes);
        var doneFiles = Figure.measured(files);
        var doneBytes = Figure.measured(bytes);
        var allFiles = Figure.observed(totalFiles);
        var allBytes = Figure.observed(totalBytes);
        var read = Figure.measured(bytesRead);
        var stored = Figure.measured(bytesStored);
        sink.update(progress -> progress.withPhase(now)
                .withAttempt(number)
                .withFiles(doneFiles, allFiles)
                .withBytes(doneBytes, allBytes)
                .withMoved(read, stored)
                .withRate(rate, left)
                .withCurrent(file == null ? progress.current() : file));
    }
}
