package io.agentbay.reactive.examples.console;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A stream whose text goes on one whole line at a time. */
final class LineByLine extends PrintStream {

    LineByLine(Consumer<String> lines) {
        super(new Lines(lines), true, StandardCharsets.UTF_8);
    }

    private static final class Lines extends OutputStream {

        private final Consumer<String> lines;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(Consumer<String> lines) {
            this.lines = lines;
        }

        @Override
        public void write(int one) {
            if (one == '\n') {
                lines.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (one != '\r') {
                line.write(one);
            }
        }
    }
}
