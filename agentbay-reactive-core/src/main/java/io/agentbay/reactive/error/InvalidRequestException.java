package io.agentbay.reactive.error;

/** The request makes no sense as it is, to the service or to this library before sending it; repeating it does not help. */
public final class InvalidRequestException extends ServiceException {

    private static final long serialVersionUID = 1L;

    /** Creates the error from the service's message, the HTTP status and the details. */
    public InvalidRequestException(String summary, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
    }
}
