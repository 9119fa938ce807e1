package io.agentbay.reactive.local.core;

/**
 * How a sync task goes wrong.
 *
 * @param kind what happens
 * @param reason the task's errorMessage, for {@link Kind#FAIL}
 */
public record TaskFault(Kind kind, String reason) {

    /** The task does its work. */
    public static final TaskFault NONE = new TaskFault(Kind.NONE, "");

    /** What happens to a task. */
    public enum Kind {
        /** Nothing unusual. */
        NONE,
        /** It ends as Failed with a reason, after doing nothing. */
        FAIL,
        /** It runs for ever. */
        STICK,
        /** It reports Success and moved nothing. */
        LOSE_DATA,
        /** It does its work, but is listed only when it ended; until then the entry before it is. */
        SHOW_STALE_FIRST,
        /** The session ends without upload while the task runs. */
        END_SESSION
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
