package io.agentbay.reactive.local.http;

/** A request the front refuses before the service sees it; the message goes to the caller. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    BadRequestException(String message) {
        this(400, "InvalidParameter", message);
    }

    BadRequestException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
