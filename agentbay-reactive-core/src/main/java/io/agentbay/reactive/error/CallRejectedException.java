package io.agentbay.reactive.error;

import java.util.Objects;

/** This client refused to send the call, to protect the service or itself; surely nothing was sent. */
public final class CallRejectedException extends AgentBayException {

    private static final long serialVersionUID = 1L;

    /** Why a call was refused. */
    public enum Reason {
        /** The last calls of this kind failed, and the circuit breaker is open. */
        CIRCUIT_OPEN,
        /** Too many calls are in flight and waiting. */
        TOO_MANY_CALLS,
        /** The rate limit leaves no room and too many calls wait for it. */
        RATE_LIMIT
    }

    private final Reason reason;

    /** Creates the refusal. */
    public CallRejectedException(String summary, Reason reason, ErrorDetails details) {
        super(summary, details.mayHaveHappened(false));
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Returns why the call was refused. */
    public Reason reason() {
        return reason;
    }

    /** Returns true: the same call may be let through later. */
    @Override
    public boolean retryable() {
        return true;
    }
}
