package io.agentbay.reactive.local.fault;

/**
 * A fault of the service's sync task. Immutable: {@link #times} returns a new value; every other method arms the
 * fault. Without {@code times} it stays armed until {@link Faults#clear()}.
 */
public interface SyncFault {

    /** Disarms the fault after this many tasks; at least 1. */
    SyncFault times(int n);

    /** The task ends as {@code Failed} with this reason. */
    void fail(String reason);

    /** The task never ends. */
    void stick();

    /** The task reports success and has moved nothing. */
    void loseData();

    /** The status list shows the key's previous task for a while before it shows the new one. */
    void showStaleFirst();

    /** The service ends the session while the task runs. */
    void endSession();
}
