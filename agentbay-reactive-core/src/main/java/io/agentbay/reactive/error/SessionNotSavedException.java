package io.agentbay.reactive.error;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A session could not be saved and so was not closed: it is alive, and closing it again is the way to save it. */
public final class SessionNotSavedException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final SessionId session;
    private final List<MountOutcome> mounts;
    private final Instant aliveUntil;

    /** Creates the error of a session that lives on until the time given. */
    public SessionNotSavedException(
            String summary, SessionId session, List<MountOutcome> mounts, Instant aliveUntil, ErrorDetails details) {
        super(summary, details);
        this.session = Objects.requireNonNull(session, "session");
        this.mounts = List.copyOf(mounts);
        this.aliveUntil = Objects.requireNonNull(aliveUntil, "aliveUntil");
    }

    /** Returns the session, which is alive. */
    public SessionId session() {
        return session;
    }

    /** Returns every mount of the session with what is known about it. */
    public List<MountOutcome> mounts() {
        return mounts;
    }

    /** Returns until when the client keeps the session alive; after its shutdown, until when the service does. */
    public Instant aliveUntil() {
        return aliveUntil;
    }
}
