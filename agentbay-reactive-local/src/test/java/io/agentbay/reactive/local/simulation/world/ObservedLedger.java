package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.local.core.BlobRow;
import io.agentbay.reactive.local.core.ContextRow;
import io.agentbay.reactive.local.core.Ledger;
import io.agentbay.reactive.local.core.LedgerException;
import io.agentbay.reactive.local.core.LedgerFullException;
import io.agentbay.reactive.local.core.LedgerState;
import io.agentbay.reactive.local.core.LedgerTransaction;
import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.core.RecycleRow;
import io.agentbay.reactive.local.core.SessionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ledger that tells the truth what was committed, and that can fail. */
final class ObservedLedger implements Ledger {

    /** How a commit fails. */
    enum Fault {
        NONE,
        /** It did not happen, and nobody knows. */
        ERROR,
        /** It happened, and nobody knows. */
        ERROR_AFTER,
        /** It certainly did not happen. */
        FULL
    }

    private static final String ERROR = "disk I/O error";

    private final Ledger ledger;
    private final Consumer<Consumer<LedgerTransaction>> truth;
    private final Supplier<Fault> fault;
    private @Nullable Recorder unacknowledged;

    ObservedLedger(Ledger ledger, Consumer<Consumer<LedgerTransaction>> truth, Supplier<Fault> fault) {
        this.ledger = ledger;
        this.truth = truth;
        this.fault = fault;
    }

    /** The changes of the commit that failed, which may have happened; null when none did. */
    @Nullable
    Consumer<LedgerTransaction> unacknowledged() {
        return unacknowledged == null ? null : unacknowledged::replay;
    }

    @Override
    public LedgerState load() {
        return ledger.load();
    }

    @Override
    public void commit(Consumer<LedgerTransaction> changes) {
        var how = fault.get();
        fail(how);
        var recorded = new Recorder();
        unacknowledged = recorded;
        ledger.commit(inner -> {
            recorded.target = inner;
            changes.accept(recorded);
        });
        if (how == Fault.ERROR_AFTER) {
            throw new LedgerException(ERROR);
        }
        unacknowledged = null;
        truth.accept(recorded::replay);
    }

    private static void fail(Fault how) {
        if (how == Fault.ERROR) {
            throw new LedgerException(ERROR);
        }
        if (how == Fault.FULL) {
            throw new LedgerFullException(new IllegalStateException("database or disk is full"));
        }
    }

    @Override
    public void close() {
        ledger.close();
    }

    /** Passes changes on and can repeat them. */
    private static final class Recorder implements LedgerTransaction {
        private final List<Consumer<LedgerTransaction>> changes = new ArrayList<>();
        private LedgerTransaction target = this;

        void replay(LedgerTransaction onto) {
            changes.forEach(change -> change.accept(onto));
        }

        private void both(Consumer<LedgerTransaction> change) {
            changes.add(change);
            change.accept(target);
        }

        @Override
        public void put(ContextRow context) {
            both(to -> to.put(context));
        }

        @Override
        public void put(ObjectRow object) {
            both(to -> to.put(object));
        }

        @Override
        public void put(BlobRow blob) {
            both(to -> to.put(blob));
        }

        @Override
        public void put(SessionRow session) {
            both(to -> to.put(session));
        }

        @Override
        public void put(RecycleRow rule) {
            both(to -> to.put(rule));
        }

        @Override
        public void removeRecycle(String contextId, String root) {
            both(to -> to.removeRecycle(contextId, root));
        }

        @Override
        public void removeRecycles(String contextId) {
            both(to -> to.removeRecycles(contextId));
        }

        @Override
        public void removeContext(String id) {
            both(to -> to.removeContext(id));
        }

        @Override
        public void removeObject(String contextId, String key) {
            both(to -> to.removeObject(contextId, key));
        }

        @Override
        public void removeObjects(String contextId) {
            both(to -> to.removeObjects(contextId));
        }

        @Override
        public void removeBlob(String hash) {
            both(to -> to.removeBlob(hash));
        }

        @Override
        public void removeSession(String id) {
            both(to -> to.removeSession(id));
        }
    }
}
