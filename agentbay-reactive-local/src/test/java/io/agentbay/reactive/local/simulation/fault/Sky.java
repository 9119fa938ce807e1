package io.agentbay.reactive.local.simulation.fault;

import io.agentbay.reactive.local.simulation.fault.Weather.Storm;
import io.agentbay.reactive.local.simulation.world.Chances;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a world has to reckon with. */
public enum Sky {
    /** Nothing goes wrong in the service everybody expects: everything succeeds, and quickly. */
    CALM,
    /** Nothing goes wrong, but callers give up, and the service's tasks are otherwise: everything else succeeds. */
    CLEAR,
    /** Whatever the seed says. */
    STORMY;

    private static final double CLEARLY = 0.5;

    /** What may hide a task from everybody: together with others that is a failure nobody can help (see the docs). */
    private static final Set<String> BLIND = Set.of("tasks.keptFor", "tasks.emptySyncMakesTask");

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

    /** How long an upload may take; null where nobody can say. */
    public @Nullable Duration bound() {
        return switch (this) {
            // A poll, the pace of the proof, a task of some milliseconds, and a poll.
            case CALM -> Duration.ofSeconds(5);
            // What runs already, and its own task, a minute and a half each, listed some seconds later.
            case CLEAR -> Duration.ofMinutes(4);
            case STORMY -> null;
        };
    }

    /** How likely a guess is to differ. */
    double otherwise(Guess guess, double usual) {
        return this == CLEAR ? CLEARLY : usual;
    }

    /** Whether a guess may differ from what is expected. */
    boolean varies(Guess guess) {
        return switch (this) {
            case CALM -> false;
            case CLEAR -> guess.name().startsWith("tasks.") && !BLIND.contains(guess.name());
            case STORMY -> true;
        };
    }
}
