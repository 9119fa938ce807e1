package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.internal.event.Pace;
import io.agentbay.reactive.internal.event.ProgressSink;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Counts one copy while it runs, tells its progress, and makes its report. */
final class TransferMeter {

    private final ProgressSink sink;
    private final LongSupplier nanos;
    private final long started;
    private final Pace pace;
    private final TransferFailures failures = new TransferFailures();
    private final Map<TransferRoute, Long> routes = new EnumMap<>(TransferRoute.class);
    private @Nullable Figure filesTotal;
    private @Nullable Figure bytesTotal;
    private long unchanged;
    private long moved;
    private long bytesMoved;
    private long bytesDone;

    TransferMeter(ProgressSink sink, LongSupplier nanos) {
        this.sink = sink;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.pace = new Pace(nanos);
    }

    synchronized void plan(long files, @Nullable Long bytes) {
        filesTotal = Figure.measured(files);
        bytesTotal = bytes == null ? null : Figure.measured(bytes);
        tell(null);
    }

    /** Bytes under way; negative when they have to go again. */
    synchronized void sent(long bytes) {
        bytesDone += bytes;
        pace.moved(bytes);
        tell(null);
    }

    /** A file is in its place; its bytes were counted while they went. */
    synchronized void moved(String file, long size, TransferRoute route) {
        moved++;
        bytesMoved += size;
        routes.merge(route, 1L, Long::sum);
        tell(file);
    }

    synchronized void unchanged(String file, long size) {
        unchanged++;
        bytesDone += size;
        tell(file);
    }

    /** A file failed while the others go on; an error that is of all files comes back. */
    Mono<Void> settle(String file, Throwable error) {
        return TransferFailures.isFatal(error) ? Mono.error(error) : Mono.fromRunnable(() -> failed(file, error));
    }

    private synchronized void failed(String file, Throwable error) {
        sink.itemFailed(file, failures.add(file, error));
    }

    TransferFailures failures() {
        return failures;
    }

    synchronized TransferReport report(TransferReport.ComparedBy comparedBy, List<String> skipped) {
        return new TransferReport(elapsed(), moved, unchanged, bytesMoved, routes, comparedBy, skipped);
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - started);
    }

    private void tell(@Nullable String current) {
        var files = Figure.measured(moved + unchanged);
        var bytes = Figure.measured(bytesDone);
        var rate = pace.perSecond();
        var left = bytesTotal == null ? null : pace.timeFor(bytesTotal.value() - bytesDone);
        sink.update(progress -> progress.withPhase(Progress.Phase.TRANSFERRING)
                .withFiles(files, filesTotal)
                .withBytes(bytes, bytesTotal)
                .withRate(rate, left)
                .withCurrent(current == null ? progress.current() : current));
    }
}
