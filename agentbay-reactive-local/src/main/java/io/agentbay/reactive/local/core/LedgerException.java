package io.agentbay.reactive.local.core;

/** The ledger could not be read, or could not say whether a commit is durable. */
public final class LedgerException extends RuntimeException {

    /** With what was tried and why it failed. */
    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With what was tried. */
    public LedgerException(String message) {
        super(message);
    }
}
