package io.agentbay.reactive.error;

/** The service does not know the API key, or none was sent; nothing was done. */
public final class AuthenticationException extends ServiceException {

    private static final long serialVersionUID = 1L;

    /** Creates the error from the service's message, the HTTP status and the details. */
    public AuthenticationException(String summary, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
    }
}
