package io.agentbay.reactive.error;

/** The client or the session handle was closed before; nothing was sent. */
public final class ClosedException extends AgentBayException {

    private static final long serialVersionUID = 1L;

    /** Creates the error. */
    public ClosedException(String summary, ErrorDetails details) {
        super(summary, details);
    }
}
