package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.ContextRef;
import java.util.List;
import java.util.stream.Stream;

/** Which context to take a snapshot of, and how. Immutable: each call on it returns a new one. */
public final class SnapshotRequest {

    private final ContextId context;
    private final String name;
    private final List<String> tags;
    private final boolean allowsInconsistent;

    private SnapshotRequest(ContextId context, String name, List<String> tags, boolean allowsInconsistent) {
        this.context = context;
        this.name = name;
        this.tags = tags;
        this.allowsInconsistent = allowsInconsistent;
    }

    /**
     * A snapshot of this context under this name, without tags.
     *
     * @throws IllegalArgumentException if the name is blank or longer than 200 characters
     */
    public static SnapshotRequest of(ContextRef context, String name) {
        return new SnapshotRequest(context.id(), Names.check(name, "name"), List.of(), false);
    }

    /**
     * One tag more, by which a retention can keep it.
     *
     * @throws IllegalArgumentException if the tag is blank or longer than 200 characters
     */
    public SnapshotRequest tag(String tag) {
        var more = Stream.concat(tags.stream(), Stream.of(Names.check(tag, "tag")))
                .distinct()
                .toList();
        return new SnapshotRequest(context, name, more, allowsInconsistent);
    }

    /** Accepts files that keep changing while they are read; the snapshot then names them. */
    public SnapshotRequest allowingInconsistent() {
        return new SnapshotRequest(context, name, tags, true);
    }

    /** The context to read. */
    public ContextId context() {
        return context;
    }

    /** The snapshot's name. */
    public String name() {
        return name;
    }

    /** The snapshot's tags. */
    public List<String> tags() {
        return tags;
    }

    /** Whether files that keep changing are accepted. */
    public boolean allowsInconsistent() {
        return allowsInconsistent;
    }
}
