package io.agentbay.reactive.examples.quickstart;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A live bar per phase. */
final class TerminalView implements ProgressView {

    private static final int WIDTH = 100;
    private static final int INTERVAL_MILLIS = 100;

    private final PrintStream out;
    private @Nullable ProgressBar bar;

    TerminalView(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void enter(Phase phase) {
        close();
        bar = new ProgressBarBuilder()
                .setTaskName(String.format("%-20s", phase.title()))
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setMaxRenderedLength(WIDTH)
                .setUnit(" MiB", Amounts.MIB)
                .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                .build();
    }

    @Override
    public synchronized void advance(long done, long total, String note) {
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
            bar.setExtraMessage(note);
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.setExtraMessage("");
            bar.maxHint(Math.max(bar.getCurrent(), 1));
            bar.stepTo(bar.getMax());
            bar.close();
            bar = null;
        }
    }
}
