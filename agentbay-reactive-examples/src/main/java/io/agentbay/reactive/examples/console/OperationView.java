package io.agentbay.reactive.examples.console;

import io.agentbay.reactive.event.OperationEvent;
import java.io.PrintStream;

/** Shows operations while they run. Told from several threads. */
public interface OperationView extends AutoCloseable {

    /** Something happened. */
    void show(OperationEvent event);

    /** Where a program prints its own text meanwhile, so that neither tears the other. */
    PrintStream text();

    @Override
    void close();

    /**
     * Bars on a terminal, lines elsewhere; or events as JSON on {@code out}, where nothing else is printed then.
     *
     * @param err for bars and lines, and for the program's own text beside JSON
     */
    static OperationView of(boolean json, PrintStream out, PrintStream err) {
        if (json) {
            return new JsonEvents(out, err);
        }
        return System.console() == null ? new OperationLines(out, err) : new OperationBars(out);
    }
}
