package io.agentbay.reactive.local.fault;

/** A fault of the service's own sync task. Every method here arms it. */
public interface SyncFault extends Fault<SyncFault> {

    /** The task ends as {@code Failed} with this reason, having moved nothing. */
    void fail(String reason);

    /** Of uploads: every second file is moved, and then the task ends as {@code Failed} with this reason. */
    void failHalfway(String reason);

    /** The task never ends. */
    void stick();

    /** The task reports success and has moved nothing. */
    void loseData();

    /** Of uploads: the task reports success, and every second file it should have moved is missing. */
    void loseHalf();

    /** The status list shows the key's previous task for a while before it shows the new one. */
    void showStaleFirst();

    /** The service ends the session while the task runs. */
    void endSession();
}
