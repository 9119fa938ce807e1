package io.agentbay.reactive.benchmarks.scale;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Seconds by what took them; of several turns the median counts. */
final class Times {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    <T> T take(String what, Supplier<T> work) {
        long before = System.nanoTime();
        T result = work.get();
        double took = (System.nanoTime() - before) / NANOS_PER_SECOND;
        seconds.computeIfAbsent(what, first -> new ArrayList<>()).add(took);
        System.err.printf(Locale.ROOT, "%s: %.3f s%n", what, took);
        return result;
    }

    void print(PrintStream out) {
        out.println("| what | seconds |");
        out.println("|---|---|");
        seconds.forEach((what, all) -> out.printf(Locale.ROOT, "| %s | %.3f |%n", what, median(all)));
        out.flush();
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }
}
