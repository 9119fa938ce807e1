package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A ledger in memory: what was committed survives a {@link #crash} and a loss of power; a commit can be made to fail,
 * whether it happened or not.
 */
public final class MemoryLedger implements Ledger {

    private final Power power;
    private final List<MemoryRows> history = new ArrayList<>();
    private MemoryRows committed = new MemoryRows();
    private volatile Failure failure = Failure.NONE;
    private volatile Runnable beforeCommit = () -> {};
    private boolean forced = true;
    private int commits;

    /** An empty ledger. */
    public MemoryLedger() {
        this(new Power());
    }

    /** An empty ledger on the power of a machine. */
    public MemoryLedger(Power power) {
        this.power = power;
        history.add(committed);
    }

    /** From now on every commit fails, without having happened. */
    public void fail() {
        failure = Failure.NOT_DONE;
    }

    /** From now on every commit fails, although it happened: who lost the answer cannot tell. */
    public void failAfterwards() {
        failure = Failure.DONE;
    }

    /** From now on no commit finds room, and nothing of any happens. */
    public void full() {
        failure = Failure.FULL;
    }

    /** From now on no commit fails any more. */
    public void heal() {
        failure = Failure.NONE;
    }

    /** From now on a commit returns before it is durable, as with SQLite's {@code synchronous=OFF}: a planted bug. */
    public synchronized void forgetForcing() {
        forced = false;
    }

    /** Is run before every commit, by the thread that commits. */
    public void beforeCommit(Runnable work) {
        beforeCommit = work;
    }

    /** How many commits happened. */
    public synchronized int commits() {
        return commits;
    }

    /** What another process would find now. */
    public MemoryLedger crash() {
        return crash(new Power());
    }

    synchronized MemoryLedger crash(Power next) {
        return holding(committed, next);
    }

    /** What is there after a loss of power: all commits up to the last durable one, perhaps some that followed it. */
    synchronized MemoryLedger after(Survival survival, Power next) {
        return holding(history.get(survival.first(history.size() - 1)), next);
    }

    private static MemoryLedger holding(MemoryRows rows, Power power) {
        MemoryLedger survivor = new MemoryLedger(power);
        survivor.publish(new MemoryRows(rows));
        return survivor;
    }

    @Override
    public synchronized LedgerState load() {
        return committed.state();
    }

    @Override
    public void commit(Consumer<LedgerTransaction> changes) {
        beforeCommit.run();
        apply(changes);
    }

    private synchronized void apply(Consumer<LedgerTransaction> changes) {
        step();
        if (failure == Failure.NOT_DONE) {
            throw new LedgerException("disk error in commit");
        }
        if (failure == Failure.FULL) {
            throw new LedgerFullException(new IllegalStateException("full"));
        }
        MemoryRows next = new MemoryRows(committed);
        changes.accept(next);
        publish(next);
        commits++;
        step();
        if (failure == Failure.DONE) {
            throw new LedgerException("disk error after commit");
        }
    }

    private synchronized void publish(MemoryRows next) {
        committed = next;
        if (forced) {
            history.clear();
        }
        history.add(next);
    }

    private void step() {
        try {
            power.step("commit");
        } catch (Power.PowerLostException e) {
            throw new LedgerException("The ledger could not be committed to: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {}

    private enum Failure {
        NONE,
        NOT_DONE,
        FULL,
        DONE
    }
}
