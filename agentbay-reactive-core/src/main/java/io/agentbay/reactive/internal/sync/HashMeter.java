package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.Pace;
import io.agentbay.reactive.internal.event.ProgressSink;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what is compared by hash, and tells it. */
final class HashMeter {

    private final Sides sides;
    private final Figure allFiles;
    private final Figure allBytes;
    private final ProgressSink progress;
    private final Pace pace;
    private long files;
    private long bytes;

    HashMeter(Sides sides, ProgressSink progress, LongSupplier nanos) {
        this.sides = sides;
        this.allFiles = Figure.observed(sides.expected().size());
        this.allBytes = Figure.observed(sides.bytes());
        this.progress = progress;
        this.pace = new Pace(nanos);
    }

    void begin() {
        tell(null);
    }

    synchronized void hashed(String path) {
        SeenFile file = sides.expected().get(path);
        files++;
        if (file != null) {
            bytes += file.size();
            pace.moved(file.size());
        }
        tell(path);
    }

    synchronized long files() {
        return files;
    }

    private synchronized void tell(@Nullable String path) {
        Figure doneFiles = Figure.measured(files);
        Figure doneBytes = Figure.measured(bytes);
        Double rate = pace.perSecond();
        var left = pace.timeFor(allBytes.value() - bytes);
        progress.update(now -> now.withPhase(Phase.VERIFYING)
                .withFiles(doneFiles, allFiles)
                .withBytes(doneBytes, allBytes)
                .withRate(rate, left)
                .withCurrent(path));
    }
}
