package io.agentbay.reactive.error;

import io.agentbay.reactive.common.Failure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors this library signals; branch on its subclasses, read the rest from accessors.
 *
 * <p>Messages, accessors and causes never hold an API key, a token or a signed URL. The constructors of the whole tree
 * are for this library and for tests of code that uses it.
 */
public abstract sealed class AgentBayException extends RuntimeException implements Cloneable
        permits ServiceException,
                TransportException,
                UnexpectedResponseException,
                DeadlineExceededException,
                CallRejectedException,
                ClosedException,
                LocalFileException,
                SubscriberTooSlowException,
                OutcomeException {

    private static final long serialVersionUID = 1L;

    private final String summary;
    private ErrorDetails details;

    /** Creates an error whose message is the summary followed by the details. */
    AgentBayException(String summary, ErrorDetails details) {
        super(summary, details.cause());
        this.summary = Objects.requireNonNull(summary, "summary");
        this.details = details;
    }

    /** Returns what was done: the service's action, a tool's name, or an operation of this library. */
    public final String operation() {
        return details.operation();
    }

    /** Returns how many times it was tried; 0 when nothing was sent. */
    public final int attempts() {
        return details.attempts();
    }

    /** Returns the service's id of the failed request, or null when there was no answer. */
    public final @Nullable String requestId() {
        return details.requestId();
    }

    /** Returns the service's own code, unchanged, or null when it gave none. */
    public final @Nullable String code() {
        return details.code();
    }

    /** Returns whether the effect may exist although this failed; false means that it surely does not. */
    public final boolean mayHaveHappened() {
        return details.mayHaveHappened();
    }

    /** Returns whether the same call may succeed later without anything being changed by the caller. */
    public boolean retryable() {
        return false;
    }

    /** Returns the message without the details. */
    public final String summary() {
        return summary;
    }

    /** Returns everything this error carries besides its type. */
    public final ErrorDetails details() {
        return details;
    }

    /** Returns the same error, with its stack trace, carrying other details; this one stays as it is. */
    public final AgentBayException withDetails(ErrorDetails other) {
        try {
            var copy = (AgentBayException) clone();
            copy.details = Objects.requireNonNull(other, "details");
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns the summary followed by the details. */
    @Override
    public String getMessage() {
        return details.describe(summary);
    }

    /** Returns this error as a plain value for JSON, events and logs. */
    public final Failure toFailure() {
        return new Failure(getClass().getSimpleName(), summary, code(), requestId(), mayHaveHappened());
    }
}
