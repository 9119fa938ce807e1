package io.agentbay.reactive.local.fault;

import java.util.List;

/**
 * What goes wrong in the embedded service, said before it goes wrong.
 *
 * <p>A chain is armed by its last call; when several armed faults match, the one armed first wins until it is used up.
 * The same faults, armed in the same order under the same seed, do the same to the same sequence of calls. Everything
 * here can be done over HTTP too, at {@code /_local/faults}. Safe for use from several threads.
 */
public interface Faults {

    /**
     * A fault of every call of an action, such as {@code GetContextInfo}; of {@code PUT object} and {@code GET object}, it
     * is one of signed URLs. {@code *} stands for every action, not for signed URLs.
     */
    CallFault on(String action);

    /** A fault of every call of a tool inside a session, such as {@code write_file}, by {@code CallMcpTool} or by link; {@code *} is every tool. */
    CallFault onTool(String tool);

    /** A fault of the service's own task that moves files from a session to the context; not of the call that asks for it. */
    SyncFault onUpload(String mountPath);

    /** A fault of the service's own task that moves files from the context to a session; not of the call that asks for it. */
    SyncFault onDownload(String mountPath);

    /** A fault of the clearing of a context of this name after the call was accepted; not of the call itself. */
    ClearingFault onClearing(String contextName);

    /** What is armed, in the order in which it was armed. */
    List<Armed> armed();

    /** The seed of everything left to chance, from the next draw on; 0 until it is said. */
    void seed(long seed);

    /** Disarms everything; the seed stays. */
    void clear();

    /**
     * One armed fault.
     *
     * @param id names it until it is disarmed, such as {@code f3}
     * @param text what it is, in words
     * @param passed how many matching calls, tasks or clears it let pass
     * @param struck how many it struck
     */
    record Armed(String id, String text, long passed, long struck) {}
}
