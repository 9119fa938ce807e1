package io.agentbay.reactive.session;

import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncOperations;
import io.agentbay.reactive.tool.CommandOperations;
import io.agentbay.reactive.tool.ToolOperations;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A handle on a running session.
 *
 * <p>Handles are light: any number of them of one client share the session's state, so that a close by one is a close
 * for all. Safe for use from any thread; every publisher is cold. After a close began, every other call is a {@code
 * ClosedException}; after a failed save it is open again.
 */
public interface Session {

    /** The service's id of the session. */
    SessionId id();

    /**
     * What is mounted where now, contexts bound since included; of a session this client did not create, as the service
     * described it when this client first saw it.
     */
    List<Mount> mounts();

    /** The files in the session. */
    SessionFiles files();

    /** Moves bytes between the session and its contexts. */
    SyncOperations sync();

    /** Runs commands in the session. */
    CommandOperations commands();

    /** Calls any tool of the session. */
    ToolOperations tools();

    /** Labels, idle time and state of the session. */
    SessionControl control();

    /**
     * Hands over to another running session what this one holds: for every context both mount, an upload, then a
     * download in the other that began after it, each compared by content. When it completes, the files are there.
     *
     * <p>The mounts concerned are managed in both sessions, {@code SyncPolicy.manual().keepingDeleted()}, because the
     * service itself would upload any other at the end of its session, over what came later; they are mounted at the
     * same path, and not archived. Otherwise, and when no context is mounted in both, it is an {@code
     * InvalidRequestException} before any call. The other session may be another client's. Deletions are not handed
     * over: a file deleted here stays in the context and there.
     *
     * <p>Where the other session wrote under such a mount and did not upload since, its download is refused with an
     * {@code UnsavedChangesException} after this session's upload; use {@link
     * io.agentbay.reactive.sync.SyncOperations#merge} there. Other errors as of the two syncs. Safe to repeat.
     *
     * @throws IllegalArgumentException if {@code other} is this session
     */
    Mono<HandOverReport> handOverTo(Session other);

    /** Closes with {@link CloseMode#SAVE_FIRST}. */
    Mono<CloseReport> close();

    /**
     * Ends the session: refuses new calls, waits for those in flight, uploads if asked, deletes, and completes once the
     * service says that it is gone.
     *
     * <p>A mount that could not be saved is a {@code SessionNotSavedException}: the session lives on, is listed in
     * {@link SessionOperations#owned()}, and closing it again is the way to save it. A mount is left out of the upload
     * only where provably nothing changed since its last confirmed sync. Writes of processes still running inside are
     * outside this promise.
     *
     * <p>Safe to repeat and to run at the same time: all closers share one close and get its report. Cancelling stops
     * the waiting, not the close.
     */
    Mono<CloseReport> close(CloseMode mode);

    /**
     * Gives the session up: it is no longer this client's to close, at a shutdown neither. Makes no call; the handle
     * stays usable. The service ends the session after its idle timeout.
     */
    SessionId detach();
}
