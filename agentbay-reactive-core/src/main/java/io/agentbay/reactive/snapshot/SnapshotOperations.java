package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.file.Difference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes, proves, compares, restores and thins out snapshots of contexts.
 *
 * <p>A snapshot needs nothing but the listings and signed URLs of the service. Unless {@link #in} says otherwise it is
 * kept in a companion context, made when first needed and named after the source's id; the client refuses to mount,
 * clear or delete such a store.
 *
 * <p>Everything stored is written under a name used once, and a snapshot exists from the moment its manifest was
 * written, last of all, and read back. So any call may be cancelled, fail or be repeated at any moment without harm to
 * what is there, and several may run at once, of any number of clients. What is left of a run that ended early is freed
 * by later prunes. Safe for use from any thread; every publisher is cold; memory grows with the number of files,
 * not with their sizes.
 */
public interface SnapshotOperations {

    /** As {@link #create(SnapshotRequest)}, without tags, refusing what keeps changing. */
    Mono<Snapshot> create(ContextRef context, String name);

    /**
     * Takes a snapshot of everything in a context.
     *
     * <p>Files that the latest snapshot of this context has unchanged, by path, size and time, are not read; content the
     * store has from it is not stored again. The context is listed before and after; when it changed, what changed is
     * read again, up to three times. A file changed within the last two seconds is read two seconds later, so that the
     * next snapshot can tell whether it changed.
     *
     * <p>Refused for a context that a session of this client syncs as archives, and for one that holds snapshots.
     *
     * <p>Still changing: {@link io.agentbay.reactive.error.SnapshotInconsistentException}, unless the request allows it.
     * Uploads that the store acknowledged and lost: {@link io.agentbay.reactive.error.VerificationFailedException} after
     * three tries. Nothing is emitted that was not found in the store. Repeating it after any failure is safe and stores
     * only what is missing from the latest snapshot.
     */
    Mono<Snapshot> create(SnapshotRequest request);

    /**
     * The newest snapshot of a context by this name, or the one with this id; {@link
     * io.agentbay.reactive.error.NotFoundException} if there is none.
     */
    Mono<Snapshot> get(ContextRef context, String nameOrId);

    /**
     * The snapshots of a context, newest first, read one by one as requested. A manifest that cannot be read or is not
     * what was written is a {@link io.agentbay.reactive.error.VerificationFailedException} that names it.
     */
    Flux<Snapshot> list(ContextRef context);

    /** The files that are not the same in two snapshots, by path; left is {@code older}. */
    Flux<Difference> diff(Snapshot older, Snapshot newer);

    /**
     * What {@link #restore} would do: left is the snapshot, right the target; {@code ONLY_LEFT} would be added,
     * {@code DIFFERENT} overwritten, {@code ONLY_RIGHT} deleted (named only where the request deletes extras). Files of
     * the target that may be the same are read to find out.
     */
    Flux<Difference> planRestore(RestoreRequest request);

    /**
     * Brings back what a snapshot holds.
     *
     * <p>In this order: plan; a safety snapshot where the target would lose something; write what is missing or
     * different; read that back and compare; delete extras if the request says so. Only then it succeeds. Refused with
     * {@link io.agentbay.reactive.error.ConflictException} while a session of this client mounts the target. A local
     * file is complete or absent, and no name leads outside the directory. What is damaged in the store: {@link
     * io.agentbay.reactive.error.VerificationFailedException}, before anything is deleted. A target that holds a store
     * of snapshots among what would be deleted: {@link io.agentbay.reactive.error.InvalidRequestException}. Repeating it
     * goes on where it ended.
     */
    Mono<RestoreReport> restore(RestoreRequest request);

    /** The snapshots {@link #prune} would forget, newest first. */
    Flux<Snapshot> planPrune(ContextRef context, Retention keep);

    /**
     * Forgets the snapshots of a context that {@code keep} does not name, then frees, in two steps, what no snapshot of
     * the store refers to: what is unreferenced now is marked; what an earlier prune marked at least 24 hours ago, by
     * the store's own time, and is still unreferenced is deleted. So the first prune frees nothing.
     *
     * <p>Safe beside snapshots under way and beside other prunes. A manifest that cannot be read stops it with {@link
     * io.agentbay.reactive.error.VerificationFailedException} before anything is deleted. Repeating it goes on.
     */
    Mono<PruneReport> prune(ContextRef context, Retention keep);

    /**
     * Proves that a snapshot can be restored, as deeply as asked. Damage is a {@link
     * io.agentbay.reactive.error.VerificationFailedException} that names every file hit, and an event for each.
     */
    Mono<VerifyReport> verify(Snapshot snapshot, Depth depth);

    /** Everything that concerns the whole store in which the snapshots of this context are kept. */
    StoreOperations store(ContextRef context);

    /** The same operations on snapshots kept elsewhere. */
    SnapshotOperations in(SnapshotStore store);
}
