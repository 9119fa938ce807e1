package io.agentbay.reactive.benchmarks;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** Prints a cell as Markdown: what was measured, and against this project's client. */
final class Table {

    private static final double KIB = 1024.0;

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void head() {
        out.println(
                "| delay | in flight | client | calls/s | ratio | CPU us/call | ratio | KiB/call | ratio | threads |"
                        + " new connections | failures |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    void rows(long delayMillis, int inFlight, Map<Caller, Sample> medians) {
        var ours = medians.values().iterator().next();
        medians.forEach((caller, sample) -> out.printf(
                Locale.ROOT,
                "| %d ms | %d | %s | %.0f | %s | %.0f | %s | %.1f | %s | %d | %d | %d |%n",
                delayMillis,
                inFlight,
                caller.name(),
                sample.callsPerSecond(),
                ratio(sample.callsPerSecond(), ours.callsPerSecond()),
                sample.cpuMicros(),
                ratio(sample.cpuMicros(), ours.cpuMicros()),
                sample.allocated() / KIB,
                ratio(sample.allocated(), ours.allocated()),
                sample.threads(),
                sample.connections(),
                sample.failures()));
        out.flush();
    }

    private static String ratio(double value, double ours) {
        return ours == 0 ? "-" : String.format(Locale.ROOT, "%.2f", value / ours);
    }
}
