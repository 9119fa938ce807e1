package io.agentbay.reactive.examples.console;

import io.agentbay.reactive.event.OperationEvent;
import java.io.PrintStream;

/** One line of JSON for each event. */
public final class JsonEvents implements OperationView {

    private final PrintStream out;
    private final PrintStream text;

    /** Events go to {@code out}, everything else to {@code text}. */
    public JsonEvents(PrintStream out, PrintStream text) {
        this.out = out;
        this.text = text;
    }

    @Override
    public synchronized void show(OperationEvent event) {
        out.println(EventJson.line(event));
    }

    @Override
    public PrintStream text() {
        return text;
    }

    @Override
    public void close() {
        out.flush();
    }
}
