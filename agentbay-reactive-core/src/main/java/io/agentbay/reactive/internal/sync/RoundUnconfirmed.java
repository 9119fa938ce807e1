package io.agentbay.reactive.internal.sync;

import org.jspecify.annotations.Nullable;

/** Inside only: a round, or a wait for one, ended without proof of anything. */
final class RoundUnconfirmed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean triggered;
    private final long baseline;

    private RoundUnconfirmed(String reason, boolean triggered, long baseline, @Nullable Throwable cause) {
        super(reason, cause, false, false);
        this.triggered = triggered;
        this.baseline = baseline;
    }

    static RoundUnconfirmed beforeTrigger(String reason, @Nullable Throwable cause) {
        return new RoundUnconfirmed(reason, false, Long.MIN_VALUE, cause);
    }

    static RoundUnconfirmed afterTrigger(String reason, long baseline, @Nullable Throwable cause) {
        return new RoundUnconfirmed(reason, true, baseline, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether the service may have been told to begin. */
    boolean triggered() {
        return triggered;
    }

    /** What proves nothing when waiting on; meaningful once triggered. */
    long baseline() {
        return baseline;
    }
}
