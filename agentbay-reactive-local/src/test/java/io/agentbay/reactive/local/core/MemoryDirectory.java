package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A directory in memory: the names programs see, those that were forced, and each change in between. */
final class MemoryDirectory extends MemoryNode {

    private final NavigableMap<String, MemoryNode> names = new TreeMap<>();
    private final NavigableMap<String, MemoryNode> durable = new TreeMap<>();
    private final List<Change> pending = new ArrayList<>();
    private final List<Change> lost = new ArrayList<>();

    MemoryDirectory(Instant modified) {
        super(modified);
    }

    NavigableMap<String, MemoryNode> names() {
        return names;
    }

    void put(String name, MemoryNode node) {
        names.put(name, node);
        pending.add(new Change(name, node));
    }

    void remove(String name) {
        names.remove(name);
        pending.add(new Change(name, null));
    }

    void force() {
        durable.clear();
        durable.putAll(names);
        lost.forEach(change -> change.undo(durable));
        pending.clear();
    }

    /** A force that failed: no later one makes these changes durable. */
    void failForce() {
        lost.addAll(pending);
        pending.clear();
    }

    @Override
    MemoryDirectory after(Survival survival, Copies copies) {
        MemoryDirectory copy = new MemoryDirectory(modified());
        copies.put(this, copy);
        NavigableMap<String, MemoryNode> kept = new TreeMap<>(durable);
        for (Change change : pending) {
            if (survival.name()) {
                change.apply(kept);
            }
        }
        kept.forEach((name, node) -> copy.names.put(name, copies.after(node, survival)));
        copy.durable.putAll(copy.names);
        return copy;
    }

    @Override
    MemoryDirectory same(Copies copies) {
        MemoryDirectory copy = new MemoryDirectory(modified());
        copies.put(this, copy);
        names.forEach((name, node) -> copy.names.put(name, copies.same(node)));
        durable.forEach((name, node) -> copy.durable.put(name, copies.same(node)));
        pending.forEach(change -> copy.pending.add(change.same(copies)));
        lost.forEach(change -> copy.lost.add(change.same(copies)));
        return copy;
    }

    @Override
    DiskEntry entry(String name) {
        return new DiskEntry(name, DiskEntry.Kind.DIRECTORY, 0, modified());
    }

    /** A name made, or removed where there is no node. */
    private record Change(String name, @Nullable MemoryNode node) {

        void apply(NavigableMap<String, MemoryNode> names) {
            if (node == null) {
                names.remove(name);
            } else {
                names.put(name, node);
            }
        }

        Change same(Copies copies) {
            return node == null ? this : new Change(name, copies.same(node));
        }

        void undo(NavigableMap<String, MemoryNode> names) {
            if (node != null && names.get(name) == node) {
                names.remove(name);
            }
        }
    }
}
