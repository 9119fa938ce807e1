package io.agentbay.reactive.local.fault;

/**
 * A fault of the clearing of a context. Immutable: {@link #times} returns a new value; every other method arms the
 * fault. Without {@code times} it stays armed until {@link Faults#clear()}.
 */
public interface ClearingFault {
    /** Disarms the fault after this many clears; at least 1. */
    ClearingFault times(int n);

    /** The context stays {@code clearing}; the next start of the service ends the clear. */
    void stick();

    /** The context becomes {@code available}, and its files are still there. */
    void leaveFiles();
}
