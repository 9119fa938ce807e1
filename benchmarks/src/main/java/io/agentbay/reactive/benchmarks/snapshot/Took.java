package io.agentbay.reactive.benchmarks.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What a process took from its start to its end.
 *
 * @param seconds by the clock
 * @param cpuSeconds of its own, in user and in system mode
 */
record Took(double seconds, double cpuSeconds) {

    /** Bash's own {@code time}, so that everyone is measured the same way. */
    private static final String TIMED = "TIMEFORMAT='%R %U %S'; time \"$@\" > \"$0\" 2>&1";

    /** Runs a command and takes its time; one that fails ends the benchmark with what it said. */
    static Took by(Map<String, String> environment, List<String> command) throws IOException {
        var output = Files.createTempFile("snapshot-benchmark-", ".txt");
        var times = Files.createTempFile("snapshot-benchmark-", ".txt");
        try {
            List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMED, output.toString()));
            timed.addAll(command);
            var builder = new ProcessBuilder(timed).redirectError(times.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("LC_ALL", "C.UTF-8");
            if (wait(builder) != 0) {
                throw new IllegalStateException(String.join(" ", command) + ":\n" + Files.readString(output));
            }
            return parse(Files.readString(times));
        } finally {
            Files.delete(output);
            Files.delete(times);
        }
    }

    private static int wait(ProcessBuilder builder) throws IOException {
        try {
            return builder.start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static Took parse(String line) {
        var words = line.strip().split("\\s+");
        var user = Double.parseDouble(words[1]);
        return new Took(Double.parseDouble(words[0]), user + Double.parseDouble(words[2]));
    }

    static Took median(List<Took> all) {
        return new Took(
                median(all.stream().mapToDouble(Took::seconds)),
                median(all.stream().mapToDouble(Took::cpuSeconds)));
    }

    private static double median(DoubleStream values) {
        var sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
