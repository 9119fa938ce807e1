package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file in memory: what programs see, what was forced, and each write in between. */
final class MemoryFile extends MemoryNode {

    private final List<Range> pending = new ArrayList<>();
    private final List<Range> lost = new ArrayList<>();
    private byte[] bytes = {};
    private byte[] durable = {};

    MemoryFile(Instant modified) {
        super(modified);
    }

    byte[] bytes() {
        return bytes;
    }

    void append(byte[] more, Instant now) {
        int from = bytes.length;
        bytes = Arrays.copyOf(bytes, from + more.length);
        System.arraycopy(more, 0, bytes, from, more.length);
        pending.add(new Range(from, bytes.length));
        touch(now);
    }

    void force() {
        durable = bytes.clone();
        lost.forEach(range -> Arrays.fill(durable, range.from, range.to, (byte) 0));
        pending.clear();
    }

    /** A force that failed: the system takes the bytes for written, so that no later force writes them. */
    void failForce() {
        lost.addAll(pending);
        pending.clear();
    }

    @Override
    MemoryFile after(Survival survival, Copies copies) {
        MemoryFile copy = new MemoryFile(modified());
        copies.put(this, copy);
        byte[] kept = durable.clone();
        for (Range range : pending) {
            kept = range.survive(survival, bytes, kept);
        }
        copy.bytes = kept;
        copy.durable = kept;
        return copy;
    }

    @Override
    MemoryFile same(Copies copies) {
        MemoryFile copy = new MemoryFile(modified());
        copies.put(this, copy);
        copy.bytes = bytes;
        copy.durable = durable;
        copy.pending.addAll(pending);
        copy.lost.addAll(lost);
        return copy;
    }

    @Override
    DiskEntry entry(String name) {
        return new DiskEntry(name, DiskEntry.Kind.FILE, bytes.length, modified());
    }

    private record Range(int from, int to) {

        byte[] survive(Survival survival, byte[] written, byte[] kept) {
            Survival.Fate fate = survival.write();
            if (fate == Survival.Fate.LOST) {
                return kept;
            }
            byte[] grown = Arrays.copyOf(kept, Math.max(kept.length, to));
            int there = fate == Survival.Fate.KEPT ? to - from : 0;
            if (fate == Survival.Fate.TORN) {
                there = survival.first(to - from);
            }
            System.arraycopy(written, from, grown, from, there);
            return grown;
        }
    }
}
