package io.agentbay.reactive.local.simulation.history;

import io.agentbay.reactive.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The snapshots that somebody was given, and those that somebody began to forget. */
public final class Snapshots {

    private final List<Emitted> emitted = new ArrayList<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Set<String> sources = new TreeSet<>();

    /** Somebody begins to make snapshots of a context. */
    public void source(String context) {
        sources.add(context);
    }

    /** Somebody was given a snapshot. */
    public void emitted(Op op, Snapshot snapshot) {
        emitted.add(new Emitted(op, snapshot));
    }

    /** Somebody begins to forget it; from now on it may be there or not. */
    public void forgetting(Snapshot snapshot) {
        forgotten.add(snapshot.id());
    }

    /** The ids of contexts of which there may be snapshots. */
    public Set<String> sources() {
        return sources;
    }

    /** Those that have to be there. */
    public List<Emitted> kept() {
        return emitted.stream()
                .filter(each -> !forgotten.contains(each.snapshot().id()))
                .toList();
    }

    /** A snapshot and the operation that made it. */
    public record Emitted(Op op, Snapshot snapshot) {}
}
