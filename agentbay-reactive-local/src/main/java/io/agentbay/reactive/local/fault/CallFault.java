package io.agentbay.reactive.local.fault;

import java.time.Duration;

/** A fault of one kind of call. Every method here arms it. */
public interface CallFault extends Fault<CallFault> {

    /** Answers rightly, but this much later (real time, whatever the service's clock says). */
    void delay(Duration delay);

    /**
     * Answers rightly, but later by a time drawn from a log-normal distribution, as latencies of networks are: half of
     * them below the median, and a long tail, cut at ten minutes. Drawn from the seed of {@link Faults#seed(long)}.
     *
     * @param sigma how long the tail is, above 0 and at most 3: with 0.5 one in a hundred takes 3.2 medians, with 1.0 ten
     */
    void delay(Duration median, double sigma);

    /**
     * Answers with this HTTP status and the service's error code instead of doing the work: 400 to 599, or 200 for a
     * failure that only the body tells, as the service has them.
     */
    void httpStatus(int status, String code);

    /** Answers 429 with code {@code Throttling.User} and {@code Retry-After} (whole seconds, rounded up) instead of doing the work. */
    void throttle(Duration retryAfter);

    /** Does the work and answers 200 with a body that is not JSON; of {@code GET object} the right number of wrong bytes. */
    void garbage();

    /** Closes the connection in order (FIN). */
    void drop(When when);

    /** Resets the connection (RST), so that the caller's next read or write fails. */
    void reset(When when);

    /** Ends the session the call names, without its upload, and then does the call, which finds no session. */
    void endSession();

    /** Of {@code PUT object} and {@code GET object}: refuses the signed URL as expired (403 {@code AccessDenied}). */
    void expireUrl();

    /** Of {@code PUT object}: reads the body, answers 200 with its {@code ETag}, and keeps nothing. */
    void loseData();

    /** At which moment a connection ends. */
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
