package io.agentbay.reactive.error;

/** The service could not serve this now: its own failure, or HTTP 5xx; whether it did something is in {@link #mayHaveHappened()}. */
public final class UnavailableException extends ServiceException {

    private static final long serialVersionUID = 1L;

    /** Creates the error from the service's message, the HTTP status and the details. */
    public UnavailableException(String summary, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
    }

    /** Returns true: the same call may succeed later. */
    @Override
    public boolean retryable() {
        return true;
    }
}
