package io.agentbay.reactive.error;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every error of this library carries besides its type.
 *
 * <p>Made with {@link #of(String)} and chained calls; each returns a new value.
 *
 * @param operation what was done: the service's action, a tool's name, or an operation of this library
 * @param attempts how many times it was tried; 0 when nothing was sent
 * @param requestId the service's id of the request; null without an answer
 * @param code the service's own code; null when it gave none
 * @param mayHaveHappened whether the effect may exist although this failed
 * @param cause what lies beneath; null when there is nothing
 */
public record ErrorDetails(
        String operation,
        int attempts,
        @Nullable String requestId,
        @Nullable String code,
        boolean mayHaveHappened,
        @Nullable Throwable cause)
        implements Serializable {

    /** Creates details. */
    public ErrorDetails {
        Objects.requireNonNull(operation, "operation");
    }

    /** Returns details of an operation that surely did not happen, was tried once and got no answer. */
    public static ErrorDetails of(String operation) {
        return new ErrorDetails(operation, 1, null, null, false, null);
    }

    /** Returns these details with another number of attempts. */
    public ErrorDetails attempts(int count) {
        return new ErrorDetails(operation, count, requestId, code, mayHaveHappened, cause);
    }

    /** Returns these details with the service's id of the request. */
    public ErrorDetails requestId(@Nullable String id) {
        return new ErrorDetails(operation, attempts, id, code, mayHaveHappened, cause);
    }

    /** Returns these details with the service's code. */
    public ErrorDetails code(@Nullable String serviceCode) {
        return new ErrorDetails(operation, attempts, requestId, serviceCode, mayHaveHappened, cause);
    }

    /** Returns these details saying whether the effect may exist. */
    public ErrorDetails mayHaveHappened(boolean possible) {
        return new ErrorDetails(operation, attempts, requestId, code, possible, cause);
    }

    /** Returns these details with what lies beneath. */
    public ErrorDetails cause(@Nullable Throwable beneath) {
        return new ErrorDetails(operation, attempts, requestId, code, mayHaveHappened, beneath);
    }

    String describe(String message) {
        var text = new StringBuilder(message).append(" [").append(operation);
        text.append(", attempts ").append(attempts);
        if (code != null) {
            text.append(", code ").append(code);
        }
        if (requestId != null) {
            text.append(", request ").append(requestId);
        }
        return text.append(mayHaveHappened ? ", may have happened]" : "]").toString();
    }
}
