package io.agentbay.reactive.error;

import java.time.Duration;
import java.util.Objects;

/** The time allowed for an attempt, a call or an operation was over before it ended. */
public final class DeadlineExceededException extends AgentBayException {

    private static final long serialVersionUID = 1L;

    private final Duration limit;

    /** Creates the error with the limit that was exceeded. */
    public DeadlineExceededException(String summary, Duration limit, ErrorDetails details) {
        super(summary, details);
        this.limit = Objects.requireNonNull(limit, "limit");
    }

    /** Returns the limit that was exceeded. */
    public Duration limit() {
        return limit;
    }

    /** Returns true: the same call may be faster later. */
    @Override
    public boolean retryable() {
        return true;
    }
}
