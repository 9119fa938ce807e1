package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.observability.ClientMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The client's own meters, added up over their tags. */
record Meters(long calls, long retries, long polls) {

    static Meters of(MeterRegistry registry) {
        long calls = registry.find(ClientMeter.CALLS.getName()).timers().stream()
                .mapToLong(Timer::count)
                .sum();
        return new Meters(
                calls,
                counted(registry, ClientMeter.RETRIES.getName()),
                counted(registry, ClientMeter.POLLS.getName()));
    }

    private static long counted(MeterRegistry registry, String name) {
        return Math.round(registry.find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum());
    }

    @Override
    public String toString() {
        return Amounts.counted(calls, "call", "calls") + ", " + Amounts.counted(retries, "retry", "retries") + ", "
                + Amounts.counted(polls, "poll", "polls");
    }
}
