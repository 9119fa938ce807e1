package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;

/** A file or directory in memory, whatever names it has. */
abstract class MemoryNode {

    private Instant modified;

    MemoryNode(Instant modified) {
        this.modified = modified;
    }

    Instant modified() {
        return modified;
    }

    void touch(Instant now) {
        modified = now;
    }

    /** What of it is there after a loss of power; all of that is durable. */
    abstract MemoryNode after(Survival survival, Copies copies);

    /** The same, with everything that waits to be forced. */
    abstract MemoryNode same(Copies copies);

    abstract DiskEntry entry(String name);

    /** The copies made so far: a node with two names stays one node. */
    static final class Copies {
        private final Map<MemoryNode, MemoryNode> made = new IdentityHashMap<>();

        void put(MemoryNode node, MemoryNode copy) {
            made.put(node, copy);
        }

        MemoryNode after(MemoryNode node, Survival survival) {
            MemoryNode copy = made.get(node);
            return copy == null ? node.after(survival, this) : copy;
        }

        MemoryNode same(MemoryNode node) {
            MemoryNode copy = made.get(node);
            return copy == null ? node.same(this) : copy;
        }
    }
}
