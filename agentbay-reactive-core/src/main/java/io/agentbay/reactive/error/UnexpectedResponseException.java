package io.agentbay.reactive.error;

import java.util.Objects;

/** An answer arrived and could not be understood; what it meant, and so what was done, is unknown. */
public final class UnexpectedResponseException extends AgentBayException {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 500;

    private final String excerpt;

    /** Creates the error with the beginning of the answer, of which at most 500 characters are kept. */
    public UnexpectedResponseException(String summary, String excerpt, ErrorDetails details) {
        super(summary, details);
        Objects.requireNonNull(excerpt, "excerpt");
        this.excerpt = excerpt.length() > MOST ? excerpt.substring(0, MOST) : excerpt;
    }

    /** Returns the beginning of the answer, at most 500 characters. */
    public String excerpt() {
        return excerpt;
    }

    /** Returns true: something between here and the service may have answered in its place. */
    @Override
    public boolean retryable() {
        return true;
    }
}
