package io.agentbay.reactive.local.core;

import java.util.function.Consumer;

/** A ledger that does what another does. */
class ForwardingLedger implements Ledger {

    private final Ledger ledger;

    ForwardingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public LedgerState load() {
        return ledger.load();
    }

    @Override
    public void commit(Consumer<LedgerTransaction> changes) {
        ledger.commit(changes);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
