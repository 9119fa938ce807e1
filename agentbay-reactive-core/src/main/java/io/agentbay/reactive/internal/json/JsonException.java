package io.agentbay.reactive.internal.json;

/** Text that is not JSON, or JSON of another shape than asked for. Neither message nor cause contains the text itself. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** Says what is wrong, without the text itself. */
    public JsonException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Returns what is wrong. */
    public String reason() {
        return reason;
    }
}
