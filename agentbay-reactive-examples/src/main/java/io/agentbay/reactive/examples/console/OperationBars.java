package io.agentbay.reactive.examples.console;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One live bar, of the operation that has waited longest for it, and a line for each operation that ended. */
final class OperationBars implements OperationView {

    private static final int WIDTH = 100;
    private static final int INTERVAL_MILLIS = 100;
    private static final long UNKNOWN = -1;
    private static final String CLEAR_LINE = "\r\033[K";

    /** Those that have figures; of what is made of them, such as a persist, only the end is told. */
    private static final Set<Kind> WITH_BARS =
            EnumSet.of(Kind.UPLOAD, Kind.DOWNLOAD, Kind.TRANSFER, Kind.SNAPSHOT, Kind.RESTORE, Kind.VERIFY, Kind.MERGE);

    private final Map<String, Instant> started = new LinkedHashMap<>();
    private final PrintStream terminal;
    private final PrintStream text;
    private @Nullable ProgressBar bar;
    private @Nullable String barOf;
    private volatile @Nullable Duration left;
    private boolean closed;

    OperationBars(PrintStream terminal) {
        this.terminal = terminal;
        this.text = new LineByLine(this::print);
    }

    @Override
    public synchronized void show(OperationEvent event) {
        if (closed) {
            return;
        }
        Operation operation = event.operation();
        if (event instanceof OperationEvent.Started) {
            started.put(operation.id(), event.at());
        }
        if (event.isEnd()) {
            end(event);
        } else if (event instanceof OperationEvent.ItemFailed) {
            print("  [" + Words.title(operation) + "] " + Words.ending(event, null));
        } else if (WITH_BARS.contains(operation.kind())) {
            advance(operation, event.progress());
        }
    }

    private void advance(Operation operation, Progress progress) {
        if (bar == null) {
            barOf = operation.id();
            left = null;
            bar = open(operation);
        }
        if (operation.id().equals(barOf)) {
            boolean bytes = progress.bytesTotal() != null;
            Figure total = bytes ? progress.bytesTotal() : progress.filesTotal();
            Figure done = bytes ? progress.bytesDone() : progress.filesDone();
            left = progress.remaining();
            bar.maxHint(total == null ? UNKNOWN : total.value());
            bar.stepTo(done == null ? 0 : done.value());
            bar.setExtraMessage(" " + Words.phase(progress));
        }
    }

    private ProgressBar open(Operation operation) {
        return new ProgressBarBuilder()
                .setTaskName("  " + Words.title(operation))
                .setInitialMax(UNKNOWN)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                .setEtaFunction(state -> Optional.ofNullable(left))
                .clearDisplayOnFinish()
                .build();
    }

    private void end(OperationEvent event) {
        String id = event.operation().id();
        if (id.equals(barOf)) {
            closeBar();
        }
        Instant began = started.remove(id);
        Duration elapsed = began == null ? Duration.ZERO : Duration.between(began, event.at());
        print("  [" + Words.title(event.operation()) + "] " + Words.ending(event, elapsed));
    }

    private void closeBar() {
        if (bar != null) {
            bar.close();
            bar = null;
            barOf = null;
        }
    }

    /** Above the bar, which draws itself anew below. */
    private synchronized void print(String line) {
        terminal.print(CLEAR_LINE);
        terminal.println(line);
        terminal.flush();
    }

    @Override
    public PrintStream text() {
        return text;
    }

    @Override
    public synchronized void close() {
        closeBar();
        closed = true;
        text.flush();
    }
}
