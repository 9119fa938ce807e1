package io.agentbay.reactive.local.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The embedded AgentBay service without its HTTP front: contexts, sessions, their files and sync tasks.
 *
 * <p>It starts no thread, keeps no timer and reads no clock but the one it is given. Whoever wraps it calls
 * {@link #tick()} when {@link #nextDue()} has come. All methods may be called from many threads and may block on disk;
 * {@code tick()} too may run on several threads at once, each taking what is due next.
 */
public final class ServiceCore implements AutoCloseable {

    /**
     * Reads the ledger, reports sessions that lived before as ended and discards their files.
     *
     * @throws LedgerException if the ledger cannot be read
     * @throws java.io.UncheckedIOException if the disk cannot be used
     */
    public ServiceCore(Clock clock, RandomGenerator random, Disk disk, Ledger ledger, ServiceModel model) {
        throw new UnsupportedOperationException();
    }

    /** Sets how addresses are made; without it every action that gives one fails. */
    public void urls(Urls urls) {
        throw new UnsupportedOperationException();
    }

    /** Sets who decides how sync tasks go wrong; without it none does. */
    public void taskFaults(TaskFaults faults) {
        throw new UnsupportedOperationException();
    }

    /** Does one call; every failure is a reply. */
    public ServiceReply handle(ServiceRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The files of contexts for signed addresses. */
    public ObjectStore objects() {
        throw new UnsupportedOperationException();
    }

    /** When {@link #tick()} has work next; empty if nothing is planned. A call may bring it forward. */
    public Optional<Instant> nextDue() {
        throw new UnsupportedOperationException();
    }

    /** Does everything that is due now: tasks, idle releases, ends of sessions, collection of unused blobs. */
    public void tick() {
        throw new UnsupportedOperationException();
    }

    /** Called, on the caller's thread, whenever a call planned something earlier than before: time to look at {@link #nextDue()}. */
    public void onEarlier(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    /** Closes the ledger. Sessions still alive are reported ended by the next start. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
