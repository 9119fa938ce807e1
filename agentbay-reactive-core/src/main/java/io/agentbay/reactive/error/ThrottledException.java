package io.agentbay.reactive.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service asks for fewer calls; nothing was done. */
public final class ThrottledException extends ServiceException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /** Creates the error with the pause the service asked for, if it did. */
    public ThrottledException(String summary, @Nullable Duration retryAfter, int httpStatus, ErrorDetails details) {
        super(summary, httpStatus, details);
        this.retryAfter = retryAfter;
    }

    /** Returns the pause the service asked for, or null when it named none. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Returns true: the same call may succeed later. */
    @Override
    public boolean retryable() {
        return true;
    }
}
