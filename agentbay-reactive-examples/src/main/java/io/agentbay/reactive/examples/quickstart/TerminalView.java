package io.agentbay.reactive.examples.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A line per phase, with a live bar where bytes move. */
final class TerminalView implements ProgressView {

    private static final int WIDTH = 100;
    private static final int INTERVAL_MILLIS = 100;
    private static final String BACK = "\r";

    private final PrintStream out;
    private @Nullable Phase phase;
    private @Nullable ProgressBar bar;
    private long since;

    TerminalView(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void enter(Phase next) {
        close();
        phase = next;
        since = System.nanoTime();
        out.print("  " + title(next) + " ...");
        out.flush();
    }

    @Override
    public synchronized void advance(long done, long total, String note) {
        if (phase == null || total <= 0) {
            return;
        }
        if (bar == null) {
            bar = bar(phase, total);
        }
        bar.maxHint(total);
        bar.stepTo(done);
        bar.setExtraMessage(note);
    }

    private ProgressBar bar(Phase moving, long total) {
        boolean big = total >= Amounts.MIB;
        out.print(BACK);
        return new ProgressBarBuilder()
                .setTaskName("  " + title(moving))
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setMaxRenderedLength(WIDTH)
                .setUnit(big ? " MiB" : " bytes", big ? Amounts.MIB : 1)
                .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                .build();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        } else if (phase != null) {
            out.println(
                    BACK + "  " + title(phase) + " " + Amounts.seconds(Duration.ofNanos(System.nanoTime() - since)));
        }
        phase = null;
    }

    private static String title(Phase phase) {
        return String.format("%-22s", phase.title());
    }
}
