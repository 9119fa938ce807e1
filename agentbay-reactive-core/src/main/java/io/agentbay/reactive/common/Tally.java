package io.agentbay.reactive.common;

import org.jspecify.annotations.Nullable;

/**
 * How many of something (files or bytes, as the place says) were added, changed, removed and left alone.
 *
 * @param added number that were not there before; null when unknown
 * @param changed number whose content differs from before; null when unknown
 * @param removed number that are gone; null when unknown
 * @param unchanged number that stayed as they were; null when unknown
 */
public record Tally(
        @Nullable Figure added,
        @Nullable Figure changed,
        @Nullable Figure removed,
        @Nullable Figure unchanged) {

    private static final Tally UNKNOWN = new Tally(null, null, null, null);

    /** Returns the tally of which nothing is known. */
    public static Tally unknown() {
        return UNKNOWN;
    }
}
