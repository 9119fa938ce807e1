package io.agentbay.reactive.local.simulation.shrink;

import io.agentbay.reactive.local.simulation.Outcome;
import io.agentbay.reactive.local.simulation.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a failing schedule whatever it does not need to fail: in ever smaller parts, until leaving out any single
 * thing makes it pass.
 */
public final class Shrinker {

    private final Function<Schedule, Outcome> run;
    private int runsLeft;

    /** @param runs how often it may run a schedule */
    public Shrinker(Function<Schedule, Outcome> run, int runs) {
        this.run = run;
        this.runsLeft = runs;
    }

    /** The smallest failing schedule found, violating the same invariant first. */
    public Outcome shrink(Outcome failing) {
        var invariant = failing.violations().get(0).invariant();
        var best = attempt(failing.schedule(), failing.happened(), invariant);
        if (best == null) {
            return failing;
        }
        int part = Math.max(1, best.happened().size() / 2);
        while (runsLeft > 0) {
            var smaller = withoutOnePart(best, part, invariant);
            if (smaller != null) {
                best = smaller;
                part = Math.min(part, Math.max(1, best.happened().size() / 2));
            } else if (part == 1) {
                return best;
            } else {
                part = part / 2;
            }
        }
        return best;
    }

    private @Nullable Outcome withoutOnePart(Outcome best, int part, String invariant) {
        var all = best.happened();
        for (int from = all.size() - part; from > -part && runsLeft > 0; from -= part) {
            var kept = new ArrayList<>(all.subList(0, Math.max(0, from)));
            kept.addAll(all.subList(from + part, all.size()));
            var smaller = attempt(best.schedule(), kept, invariant);
            if (smaller != null) {
                return smaller;
            }
        }
        return null;
    }

    private @Nullable Outcome attempt(Schedule of, List<String> kept, String invariant) {
        runsLeft--;
        var outcome = run.apply(of.only(kept));
        boolean same = outcome.violations().stream()
                .anyMatch(violation -> violation.invariant().equals(invariant));
        return same
                ? new Outcome(
                        of.only(outcome.happened()),
                        outcome.violations(),
                        outcome.history(),
                        outcome.hash(),
                        outcome.happened(),
                        outcome.counts(),
                        outcome.failed())
                : null;
    }
}
