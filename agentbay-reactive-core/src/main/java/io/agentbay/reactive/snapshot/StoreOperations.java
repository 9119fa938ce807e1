package io.agentbay.reactive.snapshot;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What concerns a whole store of snapshots. Safe for use from any thread; every publisher is cold. */
public interface StoreOperations {

    /** All snapshots of the store, of whichever context, newest first, read one by one as requested. */
    Flux<Snapshot> list();

    /** Every version of a file across all snapshots, newest first; empty when none holds it. */
    Flux<FileVersion> find(String path);

    /**
     * Forgets a snapshot: from now on it cannot be restored. Completes also when it is gone already. Its bytes are
     * freed by later prunes.
     */
    Mono<Void> forget(Snapshot snapshot);

    /**
     * As {@link #forget(Snapshot)}, by its id: also one whose manifest is damaged, which lists and prunes name in their
     * error by a path that has the id in it.
     */
    Mono<Void> forget(String snapshotId);

    /** How much the store holds; reads all manifests and lists all objects. */
    Mono<StoreStats> stats();

    /** As {@link SnapshotOperations#verify}, for every snapshot of the store; each object is looked at once. */
    Mono<VerifyReport> verify(Depth depth);

    /**
     * Deletes the store with all its snapshots. A companion context is deleted with it; one named by {@code in(..)}
     * is emptied and may then be deleted as any other; of a directory the files go, folders stay.
     */
    Mono<Void> delete();
}
