package io.agentbay.reactive.error;

/** A subscriber to a hot stream of events fell so far behind that its queue was full; it missed what followed. */
public final class SubscriberTooSlowException extends AgentBayException {

    private static final long serialVersionUID = 1L;

    private final int queued;

    /** Creates the error of a subscriber that had this many events waiting. */
    public SubscriberTooSlowException(String summary, int queued, ErrorDetails details) {
        super(summary, details);
        this.queued = queued;
    }

    /** Returns how many events were waiting. */
    public int queued() {
        return queued;
    }
}
