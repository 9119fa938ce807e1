package io.agentbay.reactive.session;

import io.agentbay.reactive.common.SessionId;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Creates, finds and ends sessions, and knows which ones are still to be ended.
 *
 * <p>Safe for use from any thread; every publisher is cold, each subscription its own operation. Every session created
 * here is handed over, deleted, or listed in {@link #owned()} with the time at which the service ends it.
 */
public interface SessionOperations {

    /**
     * Creates a session, works in it and closes it; the work's value is emitted once the close is confirmed.
     *
     * <p>The session is closed as {@link CloseMode#SAVE_FIRST} after success, and as {@link SessionRequest#onError} and
     * {@link SessionRequest#onCancel} say otherwise. An error of the work stays the error; what goes wrong with the
     * close after it is suppressed onto it. An error of the close after success is the error. After a cancel the close
     * goes on by itself: its outcome is an event of the client and, unless all went well, an entry of {@link #owned()}.
     *
     * @param work makes what is done in the session; never called twice for one subscription
     */
    <T> Mono<T> use(SessionRequest request, Function<Session, Mono<T>> work);

    /** As {@link #use}, for work of many values: each is emitted as it comes, completion after the confirmed close. */
    <T> Flux<T> useMany(SessionRequest request, Function<Session, Flux<T>> work);

    /**
     * Creates a session, owned by this client until it is closed or detached.
     *
     * <p>Completes when each mount that is downloaded at the start is, except those {@code readyLater()}. A request with
     * an error in {@link SessionRequest#problems()} is an {@code InvalidRequestException} without any call. A failed
     * download is a failed create; the session is then kept and listed in {@link #owned()}, because ending it could
     * upload a half-filled mount.
     *
     * <p>Never creates two: after a lost answer the session is looked for by its label for 60 s; {@code
     * SessionCreateUnconfirmedException} says that none was found. Repeating after that error may create a second one.
     * Cancelling never leaves one behind unseen: the create goes on by itself, and the late session is deleted once its
     * downloads are confirmed.
     */
    Mono<Session> create(SessionRequest request);

    /**
     * A handle on a running session, borrowed: {@code shutdown} leaves it alone unless this client created it.
     *
     * <p>A session that ended or never was is a {@code NotFoundException}.
     */
    Mono<Session> get(SessionId id);

    /**
     * What speaks against a request, as this client knows it; makes no call.
     *
     * <p>To {@link SessionRequest#problems()} it adds what depends on the service (patterns in policies are an error
     * unless the service is an embedded one, mount paths that may not be writable), on this client's timeouts, and on
     * what it saw before: a context that was mounted elsewhere, or stored as an archive, or that another open session
     * uploads automatically. The latter are warnings that {@link #create} logs too, each once.
     */
    List<SessionRequest.Problem> problems(SessionRequest request);

    /** Lists sessions of the account in the service's order, page by page on demand. */
    Flux<SessionSummary> list(SessionQuery query);

    /**
     * Ends a session without saving it and without waiting for its downloads.
     *
     * <p><strong>Risk:</strong> the service itself uploads mounts that upload automatically when a session ends; while
     * such a mount is half downloaded and propagates deletions, that deletes from the context what had not arrived yet.
     *
     * <p>Idempotent for sessions this client has created or seen alive; an id it has never seen and the service does not
     * know is a {@code NotFoundException}.
     */
    Mono<Void> deleteUnsaved(SessionId id);

    /** The sessions this client created and has not seen end, oldest first, with what is unsaved and why; makes no call. */
    List<OwnedSession> owned();
}
