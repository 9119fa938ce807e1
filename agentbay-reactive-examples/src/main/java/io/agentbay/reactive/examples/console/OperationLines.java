package io.agentbay.reactive.examples.console;

import io.agentbay.reactive.event.OperationEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A line when an operation ends, and one every few seconds while it lasts: for logs and pipes. */
final class OperationLines implements OperationView {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Map<String, Instant> started = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();
    private final PrintStream text;
    private final PrintStream lines;

    OperationLines(PrintStream text, PrintStream lines) {
        this.text = text;
        this.lines = lines;
    }

    @Override
    public synchronized void show(OperationEvent event) {
        String id = event.operation().id();
        if (event instanceof OperationEvent.Started) {
            started.put(id, event.at());
            told.put(id, event.at());
        } else if (event.isEnd() || event instanceof OperationEvent.ItemFailed) {
            line(event, Words.ending(event, event.isEnd() ? elapsed(event) : null));
        } else if (!told.getOrDefault(id, Instant.EPOCH).plus(EVERY).isAfter(event.at())) {
            told.put(id, event.at());
            line(event, Words.phase(event.progress()) + Words.figures(event.progress()));
        }
    }

    private void line(OperationEvent event, String what) {
        lines.println("  [" + Words.title(event.operation()) + "] " + what);
    }

    private Duration elapsed(OperationEvent event) {
        told.remove(event.operation().id());
        Instant began = started.remove(event.operation().id());
        return began == null ? Duration.ZERO : Duration.between(began, event.at());
    }

    @Override
    public PrintStream text() {
        return text;
    }

    @Override
    public void close() {
        lines.flush();
    }
}
