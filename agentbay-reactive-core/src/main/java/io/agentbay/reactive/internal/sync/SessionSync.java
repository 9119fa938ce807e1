package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.SyncTicket;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.MergeReport;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.util.List;
import reactor.core.publisher.Mono;

/** The sync state of one session, shared by all of its handles. */
public interface SessionSync {

    SyncRounds rounds();

    Mono<SyncReport> upload(UploadRequest request);

    Mono<SyncReport> download(DownloadRequest request);

    /** Uploads a mount for the sake of one file, relative to it, and compares that file's content alone. */
    Mono<SyncReport> persist(Mount mount, String file);

    Mono<SyncReport> resume(SyncTicket ticket);

    /**
     * Brings both sides of the mounts that are synced both ways together.
     *
     * @param files the session's
     */
    Mono<MergeReport> merge(ConflictRule rule, FileStore files);

    /**
     * Completes when the mount's automatic first download is confirmed; at once for a mount without one.
     * {@code SyncFailedException} when it failed, {@code SyncUnconfirmedException} when nobody knows.
     */
    Mono<Void> awaitReady(Mount mount);

    /**
     * Completes when the first download of a mount bound just now is confirmed: the one the service begins, or, where
     * it lists none within half a minute, one that is asked for here.
     */
    Mono<Void> fill(Mount mount);

    /**
     * Uploads the given mounts at the end of a session, or by a timer: waits until they are ready, and halts on mass
     * deletion, since nobody asked for this upload just now. The mounts that need nothing were left out by the caller.
     */
    Mono<SyncReport> uploadAtClose(List<Mount> mounts);

    /** Makes the sync state of a session. */
    interface Factory {
        SessionSync create(Session session);
    }

    /**
     * What sync needs of a session.
     *
     * @param mounts live: it grows when a context is bound to the session
     * @param createdHere whether this client created it, so that its history is known from the start
     */
    record Session(String id, List<Mount> mounts, boolean createdHere, UnsavedWrites writes, SessionLooker looker) {}
}
