package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.examples.console.EventJson;
import java.io.PrintStream;

/** The events themselves, one JSON object to a line. */
record JsonView(PrintStream out) implements ProgressView {

    @Override
    public void enter(Phase phase) {
        // Phases are of people.
    }

    @Override
    public void advance(long done, long total, String note) {
        // The event says it.
    }

    @Override
    public synchronized void tell(OperationEvent event) {
        out.println(EventJson.line(event));
    }

    @Override
    public void close() {
        out.flush();
    }
}
