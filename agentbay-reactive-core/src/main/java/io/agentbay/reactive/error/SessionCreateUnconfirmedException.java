package io.agentbay.reactive.error;

import java.time.Instant;
import java.util.Objects;

/** Nobody knows whether a session was created: the answer was lost and the session is not listed. It is never created a second time. */
public final class SessionCreateUnconfirmedException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final String label;
    private final Instant aliveUntil;

    /** Creates the error with the label of the session and the time at which it ends by itself. */
    public SessionCreateUnconfirmedException(String summary, String label, Instant aliveUntil, ErrorDetails details) {
        super(summary, details);
        this.label = Objects.requireNonNull(label, "label");
        this.aliveUntil = Objects.requireNonNull(aliveUntil, "aliveUntil");
    }

    /** Returns the unique label by which the session can be found should it exist. */
    public String label() {
        return label;
    }

    /** Returns when the service ends the session by its idle timeout, should it exist. */
    public Instant aliveUntil() {
        return aliveUntil;
    }
}
