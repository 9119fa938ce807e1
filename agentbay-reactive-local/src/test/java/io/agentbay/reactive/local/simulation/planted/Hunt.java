package io.agentbay.reactive.local.simulation.planted;

import io.agentbay.reactive.local.simulation.Schedule;
import io.agentbay.reactive.local.simulation.Watched;
import io.agentbay.reactive.local.simulation.Watched.EndlessException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Looks for a planted bug, seed after seed, in worlds of the kind it is to be found in. */
public final class Hunt {

    /** What a run violates that has no end. */
    private static final String ENDLESS = "I7";

    /**
     * What came of it.
     *
     * @param invariants those that the first failing seed violated; empty when none did
     * @param seeds how many seeds it took
     */
    public record Found(Bug bug, String invariants, long seeds) {

        public boolean found() {
            return !invariants.isEmpty();
        }
    }

    private Hunt() {}

    /** Runs seeds from 0 on until one fails, at most so many. */
    public static Found of(Bug bug, long most) {
        var run = entrance(bug);
        for (long seed = 0; seed < most; seed++) {
            var invariants = run(run, bug, seed);
            if (!invariants.isEmpty()) {
                return new Found(bug, invariants, seed + 1);
            }
        }
        return new Found(bug, "", most);
    }

    /** The invariants that one seed violates with the bug; empty when all hold. */
    static String at(Bug bug, long seed) {
        return run(entrance(bug), bug, seed);
    }

    private static Method entrance(Bug bug) {
        try {
            return Mutant.with(bug).loadClass(Inside.class.getName()).getMethod("run", String.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String run(Method run, Bug bug, long seed) {
        var schedule = Schedule.of(bug.kind(), seed).toString();
        try {
            return Watched.run("seed " + schedule + " with \"" + bug.name() + "\"", () -> run(run, schedule));
        } catch (EndlessException endless) {
            return ENDLESS;
        }
    }

    private static String run(Method run, String schedule) {
        try {
            return String.valueOf(run.invoke(null, schedule));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
