package io.agentbay.reactive.internal.snapshot.format;

import java.util.List;

/**
 * Objects that no manifest referred to when it was written; a later prune deletes those of which that is still so.
 *
 * @param candidates which
 */
public record Mark(List<Candidate> candidates) {

    /** Copies the list. */
    public Mark {
        candidates = List.copyOf(candidates);
    }

    /**
     * One object.
     *
     * @param name its name below the folder of objects
     * @param stored its bytes as stored
     */
    public record Candidate(String name, long stored) {}
}
