package io.agentbay.reactive.error;

/** What was asked for collides with what is there, such as a path that is bound already. */
public final class ConflictException extends ServiceException {

    private static final long serialVersionUID = 1L;

    /** Creates the error from the service's message, the HTTP status and the details. */
    public ConflictException(String summary, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
    }
}
