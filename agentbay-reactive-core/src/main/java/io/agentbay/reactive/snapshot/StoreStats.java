package io.agentbay.reactive.snapshot;

/**
 * How much a store holds.
 *
 * @param snapshots number of snapshots
 * @param logicalBytes bytes of all files of all snapshots, as if each were a full copy
 * @param storedBytes bytes of the objects that snapshots refer to, as stored
 * @param unreferencedBytes stored bytes no snapshot refers to: work under way, or what a prune will free
 */
public record StoreStats(long snapshots, long logicalBytes, long storedBytes, long unreferencedBytes) {

    /** Bytes saved against full copies by storing each content once, compressed; never negative. */
    public long savedBytes() {
        return Math.max(0, logicalBytes - storedBytes);
    }
}
