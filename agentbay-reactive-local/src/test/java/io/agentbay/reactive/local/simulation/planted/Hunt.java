package io.agentbay.reactive.local.simulation.planted;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Looks for a planted bug, seed after seed. */
public final class Hunt {

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
            var invariants = run(run, seed);
            if (!invariants.isEmpty()) {
                return new Found(bug, invariants, seed + 1);
            }
        }
        return new Found(bug, "", most);
    }

    /** The invariants that one seed violates with the bug; empty when all hold. */
    static String at(Bug bug, long seed) {
        return run(entrance(bug), seed);
    }

    private static Method entrance(Bug bug) {
        try {
            return Mutant.with(bug).loadClass(Inside.class.getName()).getMethod("run", long.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String run(Method run, long seed) {
        try {
            return String.valueOf(run.invoke(null, seed));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("seed " + seed, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
