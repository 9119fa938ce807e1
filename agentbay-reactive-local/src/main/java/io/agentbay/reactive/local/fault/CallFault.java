package io.agentbay.reactive.local.fault;

import java.time.Duration;

/**
 * A fault of the answer to one kind of call. Immutable: {@link #after} and {@link #times} return a new value; every
 * other method arms the fault. Without {@code times} it stays armed until {@link Faults#clear()}.
 */
public interface CallFault {

    /** Lets this many matching calls pass unharmed first; 0 when not said. */
    CallFault after(int calls);

    /** Disarms the fault after this many calls; at least 1. */
    CallFault times(int n);

    /** Answers rightly, but this much later (real time, whatever the service's clock says). */
    void delay(Duration delay);

    /** Answers with this HTTP status (400 to 599) and error code instead of doing the work. */
    void httpStatus(int status, String code);

    /** Answers 429 with code {@code Throttling.User} and {@code Retry-After} (whole seconds, rounded up) instead of doing the work. */
    void throttle(Duration retryAfter);

    /** Does the work and answers 200 with a body that is not JSON. */
    void garbage();

    /** Closes the connection. */
    void drop(When when);

    /** At which moment a connection is closed. */
    enum When {
        /** Nothing has happened. */
        BEFORE_WORK,
        /** The work is done and the caller does not learn it. */
        AFTER_WORK,
        /**
         * The work is done and the caller gets headers and half of the body. Of a signed PUT half of the content is read,
         * and nothing is stored.
         */
        MID_BODY
    }
}
