package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Report;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a context held at one time, kept in a store: a value, not a live handle.
 *
 * @param id unique; the beginning is the time of its making, so that ids sort by age
 * @param context the context it was made of; of the safety snapshot of a local directory, {@code directory:} and its path
 * @param name what its maker called it; need not be unique
 * @param createdAt when it was made, by its maker's clock
 * @param files number of files
 * @param bytes bytes of all files
 * @param storedBytes bytes its making added to the store, compressed; what other snapshots had stored is not counted
 * @param consistency whether the context was seen to change while it was read
 * @param changedWhileRead the files that changed while they were read, at most the first 1,000; empty unless {@link
 *     Consistency#CHANGED}
 * @param tags in the order they were given
 */
public record Snapshot(
        String id,
        ContextId context,
        String name,
        Instant createdAt,
        long files,
        long bytes,
        long storedBytes,
        Consistency consistency,
        List<String> changedWhileRead,
        List<String> tags)
        implements Report {

    /** How the id begins that stands for a local directory; its absolute path follows. */
    public static final String DIRECTORY = "directory:";

    /** Checks that all is there and copies the lists. */
    public Snapshot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(consistency, "consistency");
        changedWhileRead = List.copyOf(changedWhileRead);
        tags = List.copyOf(tags);
    }

    /** Whether it was made of a local directory, as the safety snapshot is that a restore into one takes first. */
    public boolean isOfDirectory() {
        return context.value().startsWith(DIRECTORY);
    }

    /** What the listings before and after the reading said. */
    public enum Consistency {
        /** Both listings were the same; a change that a lagging listing did not show yet is possible. */
        NO_CHANGE_SEEN,
        /** Files changed; each was read whole, but not all at the same moment. */
        CHANGED,
        /** Both listings were the same, but they tell no times, so a change of the same size could not be seen. */
        UNKNOWN
    }
}
