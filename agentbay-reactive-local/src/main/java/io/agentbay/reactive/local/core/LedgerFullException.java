package io.agentbay.reactive.local.core;

/** The ledger had no room for a transaction, of which certainly nothing happened; the next one may find some. */
public final class LedgerFullException extends RuntimeException {

    /** With what said so. */
    public LedgerFullException(Throwable cause) {
        super("No space left on device", cause);
    }
}
