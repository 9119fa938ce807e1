package io.agentbay.reactive.local.core;

/** The states of a session, by the protocol's own words. */
enum SessionStatus {
    RUNNING,
    PAUSING,
    PAUSED,
    RESUMING,
    DELETING,
    FINISH
}
