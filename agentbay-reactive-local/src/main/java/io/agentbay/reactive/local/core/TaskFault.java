package io.agentbay.reactive.local.core;

/**
 * How a sync task goes wrong.
 *
 * @param kind what happens
 * @param reason the task's errorMessage, for a kind that has one, else empty
 */
public record TaskFault(Kind kind, String reason) {

    /** The task does its work. */
    public static final TaskFault NONE = new TaskFault(Kind.NONE, "");

    /** Refuses a failure without a reason. */
    public TaskFault {
        if (kind.hasReason() && reason.isBlank()) {
            throw new IllegalArgumentException("A failed task gives a reason; the one given is blank.");
        }
    }

    /** What happens to a task. */
    public enum Kind {
        /** Nothing unusual. */
        NONE,
        /** It ends as Failed with a reason, after doing nothing. */
        FAIL,
        /** It ends as Failed with a reason, after moving every second file; uploads only. */
        FAIL_HALFWAY,
        /** It runs for ever. */
        STICK,
        /** It reports Success and moved nothing. */
        LOSE_DATA,
        /** It reports Success and moved every second file; uploads only. */
        LOSE_HALF,
        /** It does its work, but is listed only when it ended; until then the entry before it is. */
        SHOW_STALE_FIRST,
        /** The session ends without upload while the task runs. */
        END_SESSION;

        /** Whether it says why. */
        public boolean hasReason() {
            return this == FAIL || this == FAIL_HALFWAY;
        }
    }

    /** Whether every second file is left out. */
    boolean halves() {
        return kind == Kind.FAIL_HALFWAY || kind == Kind.LOSE_HALF;
    }

    /** A failure with this reason. */
    public static TaskFault fail(String reason) {
        return new TaskFault(Kind.FAIL, reason);
    }

    /** Any other way to go wrong. */
    public static TaskFault of(Kind kind) {
        return new TaskFault(kind, "");
    }
}
