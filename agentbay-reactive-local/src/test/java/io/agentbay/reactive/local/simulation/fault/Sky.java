package io.agentbay.reactive.local.simulation.fault;

import io.agentbay.reactive.local.simulation.fault.Weather.Storm;
import io.agentbay.reactive.local.simulation.world.Chances;

/** What a world has to reckon with. */
public enum Sky {
    /** Nothing goes wrong in the service everybody expects: everything succeeds, and quickly. */
    CALM,
    /** Nothing goes wrong, but callers give up, and the service's tasks are otherwise: everything else succeeds. */
    CLEAR,
    /** Whatever the seed says. */
    STORMY;

    /** That of a seed. */
    public static Sky of(Chances chances) {
        if (chances.draw("calm").nextInt(6) == 0) {
            return CALM;
        }
        return chances.draw("clear").nextInt(8) == 0 ? CLEAR : STORMY;
    }

    /** Whether anything may go wrong. */
    public boolean isStormy() {
        return this == STORMY;
    }

    /** Whether callers give up. */
    public boolean givesUp() {
        return this != CALM;
    }

    /** How much goes wrong. */
    public Storm storm(Chances chances) {
        return isStormy() ? Storm.of(chances) : Storm.CALM;
    }

    /** Whether a guess may differ from what is expected. */
    boolean varies(Guess guess) {
        return switch (this) {
            case CALM -> false;
            // How long ended tasks are listed: together with how late they are, that makes failures (see the docs).
            case CLEAR -> guess.name().startsWith("tasks.") && !guess.name().equals("tasks.keptFor");
            case STORMY -> true;
        };
    }
}
