package io.agentbay.reactive.session;

/** What the service says a session is doing. */
public enum SessionState {
    /** Ready for work. */
    RUNNING,
    /** About to be paused. */
    PAUSING,
    /** Paused: it keeps what it holds and does no work. */
    PAUSED,
    /** About to run again. */
    RESUMING,
    /** About to end. */
    DELETING,
    /** Ended, for good. */
    DELETED,
    /** A word this client does not know, or none. */
    UNKNOWN
}
