package io.agentbay.reactive.local.core;

/** A call the service refuses, with what the caller is told. */
public final class ServiceError extends RuntimeException {

    private static final String NO_ROOM = "No space left on device";

    private final int status;
    private final String code;

    /** With HTTP status, the service's code, and words that never hold a secret. */
    public ServiceError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** HTTP status of the reply. */
    public int status() {
        return status;
    }

    /** Error code of the reply. */
    public String code() {
        return code;
    }

    /** Words of the reply. */
    public String text() {
        return String.valueOf(getMessage());
    }

    ServiceReply reply() {
        return ServiceReply.error(status, code, text());
    }

    static ServiceError missing(String field) {
        return new ServiceError(400, "MissingParameter", field + " is mandatory for this action.");
    }

    static ServiceError invalid(String field, String why) {
        return new ServiceError(400, "InvalidParameter", "The parameter " + field + " " + why + ".");
    }

    static ServiceError closed() {
        return new ServiceError(503, "ServiceUnavailable", "The service is closed.");
    }

    static ServiceError noRoom() {
        return new ServiceError(500, "InternalError", NO_ROOM);
    }

    /** Whether the same may succeed when somebody has made room. */
    boolean meansNoRoom() {
        return text().equals(NO_ROOM);
    }

    static ServiceError noSession() {
        return new ServiceError(400, "InvalidMcpSession.NotFound", "Resource [McpSession] is not found.");
    }

    static ServiceError noContext() {
        return new ServiceError(400, "InvalidContext.NotFound", "Context not found");
    }

    static ServiceError clearing() {
        return new ServiceError(409, "InvalidContext.Clearing", "The context is being cleared.");
    }

    static ServiceError noFile() {
        return new ServiceError(404, "NoSuchKey", "The specified key is not found.");
    }
}
