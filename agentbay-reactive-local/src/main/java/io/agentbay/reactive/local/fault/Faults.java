package io.agentbay.reactive.local.fault;

/**
 * What goes wrong in the embedded service, said before it goes wrong.
 *
 * <p>A chain is armed by its last call; when several armed faults match one call the one armed first wins until it is
 * used up. Safe for use from several threads.
 */
public interface Faults {

    /**
     * A fault of every call of an action, such as {@code GetContextInfo}; of {@code PUT object} and {@code GET object}, it
     * is one of signed URLs.
     */
    CallFault on(String action);

    /** A fault of every call of a tool inside a session, such as {@code write_file}, by either route. */
    CallFault onTool(String tool);

    /** A fault of the service's own task that moves files from a session to the context; not of the call that asks for it. */
    SyncFault onUpload(String mountPath);

    /** A fault of the service's own task that moves files from the context to a session; not of the call that asks for it. */
    SyncFault onDownload(String mountPath);

    /** A fault of the clearing of a context of this name after the call was accepted; not of the call itself. */
    ClearingFault onClearing(String contextName);

    /** Disarms everything. */
    void clear();
}
