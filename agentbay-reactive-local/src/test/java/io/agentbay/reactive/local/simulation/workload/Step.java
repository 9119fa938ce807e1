package io.agentbay.reactive.local.simulation.workload;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of a program.
 *
 * @param item its name, by which it can be left out
 * @param pauseBefore how long the program does nothing before it
 * @param cancelAfter when its caller gives it up; null for never
 * @param notBefore since the world began
 */
public record Step(
        String item,
        Deed deed,
        Duration pauseBefore,
        @Nullable Duration cancelAfter,
        Duration notBefore) {

    Step(String item, Deed deed, Duration pauseBefore, @Nullable Duration cancelAfter) {
        this(item, deed, pauseBefore, cancelAfter, Duration.ZERO);
    }

    /** How long its program waits for it now. */
    long waitNanos(long now) {
        return Math.max(0, notBefore.toNanos() - now) + pauseBefore.toNanos();
    }
}
