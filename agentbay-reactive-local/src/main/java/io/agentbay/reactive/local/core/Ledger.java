package io.agentbay.reactive.local.core;

import java.util.function.Consumer;

/**
 * The service's metadata, in transactions that are durable when {@link #commit} returns.
 *
 * <p>A commit that fails says nothing about whether it happened: the service turns read-only. Only one thread commits
 * at a time.
 */
public interface Ledger extends AutoCloseable {

    /** Everything committed so far; read once, at the start of the service. */
    LedgerState load();

    /**
     * Applies all changes or none, and returns when they are durable.
     *
     * @throws LedgerFullException if there was no room, and none of them happened
     * @throws LedgerException if what happened cannot be said
     */
    void commit(Consumer<LedgerTransaction> changes);

    @Override
    void close();
}
