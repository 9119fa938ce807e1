package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.SyncTicket;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the mounts of one session in step with their contexts. <em>Upload</em> is always session to context,
 * <em>download</em> always context to session.
 *
 * <p>Every publisher is cold; one subscription is one run. A run completes only after what it claims was confirmed:
 * the service listed a task that began after this subscription's trigger and succeeded. It covers everything written
 * before the subscription, by whatever route, and says nothing of what is written later. Two runs for the same mount
 * and direction never overlap; one that arrives after the trigger of another waits for a round of its own, shared with
 * all who arrive meanwhile. With several mounts each is synced and reported by itself; one that fails does not hide the
 * others.
 *
 * <p>Errors: {@code SyncFailedException} when the service said no (its reason is inside), {@code
 * SyncUnconfirmedException} when nobody can tell (its ticket goes to {@link #resume}), {@code MountNotReadyException},
 * {@code MassDeletionException} and {@code UnsavedChangesException} when a sync would destroy something and was
 * therefore not begun. Bad arguments throw at the call, mounts the session does not have as {@code
 * InvalidRequestException} through the publisher. Repeating any sync is safe.
 *
 * <p>Cancelling stops polling at once; a task already triggered goes on in the service, and the next sync of that mount
 * waits for it. Everything here is safe for use from any thread.
 */
public interface SyncOperations {

    /**
     * Uploads every mount that is not read-only, at level {@code CONFIRMED}; none is an {@code
     * InvalidRequestException}.
     */
    Mono<SyncReport> upload();

    /** Uploads as the request says. */
    Mono<SyncReport> upload(UploadRequest request);

    /**
     * Downloads every mount that is not upload-only, at level {@code CONFIRMED}; none is an {@code
     * InvalidRequestException}.
     *
     * <p>Fails with {@code UnsavedChangesException} instead of overwriting what was written through this client under
     * one of them and not uploaded since. Writes by commands are not known here.
     */
    Mono<SyncReport> download();

    /** Downloads as the request says. */
    Mono<SyncReport> download(DownloadRequest request);

    /**
     * Brings both sides of every mount together, file by file: what changed on one side since their last common state
     * goes to the other, deletions too; what changed on both is decided by the rule and listed in the report.
     *
     * <p>The last common state is what the last {@code VERIFIED} upload or download, hand-over or merge of that mount
     * through this client saw. Without one nothing is deleted, a file that is on one side only is copied to the other,
     * and only {@code FAIL} and {@code KEEP_BOTH} are accepted, otherwise it is an {@code InvalidRequestException}.
     *
     * <p>Works on managed mounts only, {@code SyncPolicy.manual().keepingDeleted()}: any other that is synced both ways
     * is an {@code InvalidRequestException}, as is an archived one, whose files cannot be told apart. Mounts that are
     * read-only or upload-only are left out. It hashes the session's files and reads from the context what changed.
     *
     * <p>Files that are to be overwritten or deleted in the context are read by key first, so that listings that lag
     * hide no change. There is no compare-and-set, however: a change that another client makes between that reading
     * and this write, some round trips apart, is overwritten. With {@code KEEP_BOTH} no file that the context holds is
     * ever overwritten or deleted because of a conflict. What was done is read again and compared; a difference is a
     * {@code VerificationFailedException}. A file of the session that is written while the merge runs may be
     * replaced; a context that changes each time it is looked at is a {@code SyncConflictException}. Safe to repeat: a
     * merge that ended half-way is finished by the next.
     */
    Mono<MergeReport> merge(ConflictRule rule);

    /**
     * Goes on waiting for a sync that ended unconfirmed, without a second trigger.
     *
     * <p>Accepts exactly what the first wait would have accepted. It may be called again, and on any handle or client
     * of the same session.
     */
    Mono<SyncReport> resume(SyncTicket ticket);

    /**
     * Writes a text file, uploads its mount and compares by hash that the file arrived: {@code VERIFIED} or an error.
     *
     * <p>The mount is uploaded as a whole; the level in the report and its coverage are about this file alone, so that
     * others, which somebody may be writing just now, cost and disturb nothing. A path under no mount that uploads, one
     * that the mount's policy leaves out, and one in an archive are an {@code InvalidRequestException}, and nothing is
     * written then. Safe to repeat.
     */
    Mono<SyncReport> persist(String path, String text);

    /** As {@link #persist(String, String)} for content of any size. */
    Mono<SyncReport> persist(String path, Content content);

    /**
     * Completes when the first download of a mount is confirmed complete; needed only for mounts that are {@link
     * Mount#readyLater()}, since the session waits for all others itself.
     */
    Mono<Void> awaitReady(String mountPath);

    /**
     * Mounts one more context in the running session; completes once the service lists it and, where its policy
     * downloads at the start and it is not {@link Mount#readyLater()}, its first download is confirmed.
     *
     * <p>From then on it is a mount like any other, on every handle of the session in this client: syncs, the gates
     * before them and the close include it. What the session already holds at the path is uploaded with it, or replaced
     * by a file of the same name in the context.
     *
     * <p>Errors: {@code InvalidRequestException} before any call when the mount does not go with the session's others
     * (a path that is taken or nested, or any other error of the lint); {@code ConflictException} when the service has
     * something else bound there; {@code BindUnconfirmedException} when the service neither refused it nor lists it
     * within two minutes, which is safe to repeat: what it bound after all is found, not bound twice, and a close looks
     * for it too. A failed download leaves it mounted. Cancelling stops the waiting, not the binding, so that a mount
     * the service knows is never unknown here.
     */
    Mono<Binding> bind(Mount mount);

    /** Lists what the service says is mounted in the session now, whoever bound it; one call. */
    Flux<Binding> bindings();
}
