package io.agentbay.reactive.local.core;

/** How a clear goes wrong after it was accepted. */
public enum ClearFault {
    /** It does its work. */
    NONE,
    /** The context stays clearing; the next start of the service ends it. */
    STICK,
    /** The context is available again, and its files are still there. */
    LEAVE_FILES
}
