package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.Ledger;
import io.agentbay.reactive.local.core.LedgerState;
import io.agentbay.reactive.local.core.LedgerTransaction;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The ledger in one SQLite file. */
public final class SqliteLedger implements Ledger {

    private SqliteLedger(Path directory) {}

    /**
     * Opens or creates the ledger of this data directory and locks the directory until it is closed.
     *
     * @throws io.agentbay.reactive.local.core.LedgerException if another service uses the directory
     */
    public static SqliteLedger in(Path directory) {
        return new SqliteLedger(directory);
    }

    @Override
    public LedgerState load() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void commit(Consumer<LedgerTransaction> changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
