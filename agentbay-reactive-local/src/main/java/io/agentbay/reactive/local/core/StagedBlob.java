package io.agentbay.reactive.local.core;

import java.util.Set;

/** A durable content on its way into a transaction; used once, by one thread. */
final class StagedBlob {

    private final BlobWriters shared;
    private final BlobRow row;
    private boolean fresh;
    private boolean follows;
    private boolean used;

    private StagedBlob(BlobWriters shared, BlobRow row, boolean fresh) {
        this.shared = shared;
        this.row = row;
        this.fresh = fresh;
    }

    /** A content whose row is committed and held by the caller. */
    static StagedBlob committed(BlobWriters shared, BlobRow row) {
        return new StagedBlob(shared, row, false);
    }

    static StagedBlob fresh(BlobWriters shared, BlobRow row) {
        return new StagedBlob(shared, row, true);
    }

    String hash() {
        return row.hash();
    }

    long size() {
        return row.size();
    }

    /**
     * Inside a change: another writer may have committed the same content meanwhile, or another file of the same
     * transaction may hold it; then that one's file is the one.
     */
    void settle(Set<String> freshHere) {
        if (!fresh) {
            return;
        }
        boolean committed = shared.blobs().hold(row.hash()).isPresent();
        follows = !committed && !freshHere.add(row.hash());
        if (committed || follows) {
            fresh = false;
            shared.deleteQuietly(row.file());
        }
    }

    void addTo(LedgerTransaction changes) {
        if (fresh) {
            changes.put(row);
        }
    }

    /** After the commit: the object now holds the content. */
    void published() {
        used = true;
        if (fresh) {
            shared.blobs().addHeld(row);
        } else if (follows) {
            var unused = shared.blobs().hold(row.hash()).orElseThrow();
        }
    }

    /** Leaves nothing behind if it was not published. */
    void discard() {
        if (used) {
            return;
        }
        used = true;
        if (fresh) {
            shared.deleteQuietly(row.file());
        } else if (!follows) {
            shared.blobs().release(row.hash());
        }
    }
}
