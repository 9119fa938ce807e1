package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.local.simulation.planted.Bug;
import io.agentbay.reactive.local.simulation.planted.Bugs;
import io.agentbay.reactive.local.simulation.planted.Hunt;
import io.agentbay.reactive.local.simulation.planted.Hunt.Found;
import java.util.List;
import java.util.Locale;

/** Hunts for planted bugs, and says what came of each. */
final class Planted {

    private final int workers;
    private final long seeds;

    /** @param seeds how many at most for each */
    Planted(int workers, long seeds) {
        this.workers = workers;
        this.seeds = seeds;
    }

    /** The bugs with this in their names. */
    static List<Bug> named(String part) {
        return Bugs.all().stream().filter(bug -> bug.name().contains(part)).toList();
    }

    /** What came of each hunt. */
    List<Found> of(List<Bug> bugs) {
        return Workers.map(workers, bugs, bug -> {
            var found = Hunt.of(bug, seeds);
            tell(found);
            return found;
        });
    }

    private static void tell(Found found) {
        System.out.printf(
                Locale.ROOT,
                "%-6d %-12s %s%n",
                found.seeds(),
                found.invariants(),
                found.bug().name());
    }

    /** Whether all of them are found. */
    boolean areFound(List<Bug> bugs) {
        var found = of(bugs).stream().filter(Found::found).count();
        System.out.println(found + " of " + bugs.size() + " planted bugs found");
        return found == bugs.size();
    }
}
