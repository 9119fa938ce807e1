package io.agentbay.reactive.error;

/** The service knows the key, and the key may not do this; nothing was done. */
public final class PermissionDeniedException extends ServiceException {

    private static final long serialVersionUID = 1L;

    /** Creates the error from the service's message, the HTTP status and the details. */
    public PermissionDeniedException(String summary, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
    }
}
