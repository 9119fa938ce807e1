package io.agentbay.reactive.error;

/** The service answered, and its answer is no. */
public abstract sealed class ServiceException extends AgentBayException
        permits AuthenticationException,
                PermissionDeniedException,
                NotFoundException,
                ConflictException,
                InvalidRequestException,
                ThrottledException,
                UnavailableException,
                ToolFailedException,
                CommandFailedException,
                CodeFailedException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;

    /** Creates an error of the service. */
    ServiceException(String summary, int httpStatus, ErrorDetails details) {
        super(summary, details);
        this.httpStatus = httpStatus;
    }

    /**
     * Returns the HTTP status of the answer: 200 when the refusal was inside it, 0 when this library refused before
     * anything was sent.
     */
    public final int httpStatus() {
        return httpStatus;
    }
}
