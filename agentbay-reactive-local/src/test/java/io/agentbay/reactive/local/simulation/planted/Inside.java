package io.agentbay.reactive.local.simulation.planted;

import io.agentbay.reactive.local.simulation.Run;
import io.agentbay.reactive.local.simulation.Schedule;
import io.agentbay.reactive.local.simulation.invariant.Violation;
import java.util.stream.Collectors;

/** What is called across the border of class loaders: JDK types only. */
public final class Inside {

    private Inside() {}

    /** The invariants a schedule violates, sorted; empty when all hold. */
    public static String run(String schedule) {
        return Run.of(Schedule.parse(schedule)).violations().stream()
                .map(Violation::invariant)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
