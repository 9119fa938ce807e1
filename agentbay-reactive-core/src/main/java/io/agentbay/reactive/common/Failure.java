package io.agentbay.reactive.common;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An error as a plain value, for events, logs and JSON.
 *
 * @param type simple name of the exception's class, such as {@code ThrottledException}
 * @param message what went wrong; never holds a secret
 * @param code the service's code; null when it gave none
 * @param requestId the service's id of the failed request; null when there was no answer
 * @param mayHaveHappened whether the effect may exist although the call failed
 */
public record Failure(
        String type,
        String message,
        @Nullable String code,
        @Nullable String requestId,
        boolean mayHaveHappened) implements Serializable {

    /** Creates a failure. */
    public Failure {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(message, "message");
    }
}
