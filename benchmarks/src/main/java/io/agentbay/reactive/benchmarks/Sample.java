package io.agentbay.reactive.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One caller in one round.
 *
 * @param callsPerSecond answered well
 * @param cpuMicros of CPU per call
 * @param allocated bytes per call
 * @param threads of the JVM while it ran
 * @param connections opened anew
 * @param failures in all
 */
record Sample(double callsPerSecond, double cpuMicros, double allocated, int threads, long connections, long failures) {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    static Sample between(Costs before, Costs after, long calls, long connections, long failures) {
        double each = Math.max(1, calls);
        return new Sample(
                calls * NANOS_PER_SECOND / (after.nanos() - before.nanos()),
                (after.cpuNanos() - before.cpuNanos()) / NANOS_PER_MICRO / each,
                Math.max(0, after.allocated() - before.allocated()) / each,
                after.threads(),
                connections,
                failures);
    }

    static Sample median(List<Sample> rounds) {
        return new Sample(
                median(rounds, Sample::callsPerSecond),
                median(rounds, Sample::cpuMicros),
                median(rounds, Sample::allocated),
                (int) median(rounds, Sample::threads),
                (long) median(rounds, Sample::connections),
                rounds.stream().mapToLong(Sample::failures).sum());
    }

    private static double median(List<Sample> rounds, ToDoubleFunction<Sample> value) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(value))
                .skip(rounds.size() / 2)
                .mapToDouble(value)
                .findFirst()
                .orElse(0);
    }
}
