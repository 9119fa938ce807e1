package io.agentbay.reactive.examples.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A line when a phase begins, and one every few seconds while it lasts: for logs and pipes. */
final class PlainView implements ProgressView {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private @Nullable Phase phase;
    private long last;

    PlainView(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void enter(Phase next) {
        phase = next;
        last = System.nanoTime();
        out.println("  " + next.title() + " ...");
    }

    @Override
    public synchronized void advance(long done, long total, String note) {
        if (phase != null && System.nanoTime() - last > EVERY.toNanos()) {
            last = System.nanoTime();
            var of = total < 0 ? "" : " of " + Amounts.bytes(total);
            out.println("  " + phase.title() + ": " + Amounts.bytes(done) + of + (note.isEmpty() ? "" : ", " + note));
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
