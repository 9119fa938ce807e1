package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.session.CloseMode;
import io.agentbay.reactive.session.CloseReport;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Ending;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.util.context.ContextView;

/** One run of {@code use}: whatever happens, the session is ended once, by whoever comes first. */
final class UseRun {

    private final SessionRequest request;
    private final SessionCloser closer;
    private final Caretaker caretaker;
    private final ClientRuntime runtime;
    private final ContextView context;
    private @Nullable SessionRuntime session;
    private boolean cancelled;
    private boolean ending;

    UseRun(
            SessionRequest request,
            SessionCloser closer,
            Caretaker caretaker,
            ClientRuntime runtime,
            ContextView context) {
        this.request = request;
        this.closer = closer;
        this.caretaker = caretaker;
        this.runtime = runtime;
        this.context = context;
    }

    /** The session is there; says whether it is still wanted. */
    boolean began(SessionRuntime created) {
        synchronized (this) {
            session = created;
            if (!cancelled) {
                return true;
            }
        }
        endAfterCancel();
        return false;
    }

    /**
     * Of a cancel: nobody waits any more; before there is a session, its create looks after itself. It must have reached
     * the work before, since that would be refused by the session that is ending, and nobody could be told.
     */
    void ended(SignalType how) {
        if (how == SignalType.CANCEL) {
            cancelled();
        }
    }

    private void cancelled() {
        synchronized (this) {
            cancelled = true;
        }
        endAfterCancel();
    }

    /** Saves and closes; never ends if the session is being ended already. */
    Mono<CloseReport> afterSuccess() {
        return Mono.defer(() -> {
            var own = take();
            return own == null ? Mono.never() : closer.close(own, CloseMode.SAVE_FIRST);
        });
    }

    /** Ends the session as the request says, then fails with {@code error}. */
    <T> Mono<T> afterError(Throwable error) {
        return Mono.defer(() -> {
            var own = take();
            if (own == null) {
                return Mono.never();
            }
            return Failures.ofOne(end(own, request.onError()))
                    .doOnNext(other -> Failures.suppress(error, other))
                    .then(Mono.error(error));
        });
    }

    private void endAfterCancel() {
        var own = take();
        if (own != null) {
            var end = end(own, request.onCancel()).contextWrite(free -> Shield.free(free, context));
            runtime.background().run("Ending session " + own.id() + " after a cancel", end);
        }
    }

    private synchronized @Nullable SessionRuntime take() {
        var own = ending ? null : session;
        ending |= own != null;
        return own;
    }

    private Mono<?> end(SessionRuntime own, Ending how) {
        return switch (how) {
            case SAVE -> closer.close(own, CloseMode.SAVE_FIRST);
            case DISCARD -> closer.close(own, CloseMode.WITHOUT_SAVING);
            case KEEP_ALIVE -> Mono.fromRunnable(() -> caretaker.keep(own));
        };
    }
}
