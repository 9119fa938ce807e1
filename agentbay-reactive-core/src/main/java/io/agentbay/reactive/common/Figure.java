package io.agentbay.reactive.common;

import java.util.Objects;

/**
 * A number together with where it comes from, so that a guess is never read as a measurement.
 *
 * @param value the number; its unit is said where the figure is used
 * @param origin how it was obtained
 */
public record Figure(long value, Origin origin) {

    /** How a figure was obtained. */
    public enum Origin {
        /** Counted by this client while it did the work. */
        MEASURED,
        /** Read from the service or from a listing. */
        OBSERVED,
        /** Derived from other figures; may be off. */
        ESTIMATED
    }

    /** Creates a figure. */
    public Figure {
        Objects.requireNonNull(origin, "origin");
    }

    /** Returns a figure this client counted itself. */
    public static Figure measured(long value) {
        return new Figure(value, Origin.MEASURED);
    }

    /** Returns a figure read from the service or from a listing. */
    public static Figure observed(long value) {
        return new Figure(value, Origin.OBSERVED);
    }

    /** Returns a figure derived from others. */
    public static Figure estimated(long value) {
        return new Figure(value, Origin.ESTIMATED);
    }

    /** Returns the number, with a leading {@code ~} when it is estimated. */
    @Override
    public String toString() {
        return origin == Origin.ESTIMATED ? "~" + value : Long.toString(value);
    }
}
