package io.agentbay.reactive.local.fault;

/** A fault of the clearing of a context. Every method here arms it. */
public interface ClearingFault extends Fault<ClearingFault> {

    /** The context stays {@code clearing}; the next start of the service ends the clear. */
    void stick();

    /** The context becomes {@code available}, and its files are still there. */
    void leaveFiles();
}
