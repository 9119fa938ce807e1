package io.agentbay.reactive.examples.quickstart;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long each phase took; entering one ends the one before. */
final class Stopwatch {

    private final Map<Phase, Duration> times = new EnumMap<>(Phase.class);
    private @Nullable Phase current;
    private long since;

    synchronized void enter(Phase phase) {
        stop();
        current = phase;
        since = System.nanoTime();
    }

    synchronized void stop() {
        if (current != null) {
            times.put(current, Duration.ofNanos(System.nanoTime() - since));
            current = null;
        }
    }

    synchronized Duration time(Phase phase) {
        return times.getOrDefault(phase, Duration.ZERO);
    }

    synchronized Map<Phase, Duration> times() {
        return Collections.unmodifiableMap(new EnumMap<>(times));
    }

    synchronized Duration total() {
        return times.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
