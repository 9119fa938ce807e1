package io.agentbay.reactive.local.simulation.workload;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of a program.
 *
 * @param item its name, by which it can be left out
 * @param pauseBefore how long the program does nothing before it
 * @param cancelAfter when its caller gives it up; null for never
 */
public record Step(
        String item,
        Deed deed,
        Duration pauseBefore,
        @Nullable Duration cancelAfter) {}
