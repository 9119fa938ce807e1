package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The discipline of every durable change: one writer at a time checks, commits to the ledger, then makes the change
 * visible. Readers never wait for a commit. After a failed commit or fsync nothing is written any more, because nobody
 * knows what the disk holds.
 */
final class Journal {

    private final Ledger ledger;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable String broken;

    Journal(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Runs check, commit and publication as the only writer. */
    <T> T change(Supplier<T> change) {
        writing.lock();
        try {
            requireWritable();
            return change.get();
        } finally {
            writing.unlock();
        }
    }

    /** The same, unless another writer has done it meanwhile. */
    void changeUnless(BooleanSupplier done, Runnable change) {
        writing.lock();
        try {
            if (!done.getAsBoolean()) {
                requireWritable();
                change.run();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Commits; only inside {@link #change}. */
    void commit(Consumer<LedgerTransaction> changes) {
        try {
            ledger.commit(changes);
        } catch (LedgerFullException nothingHappened) {
            throw ServiceError.noRoom();
        } catch (RuntimeException e) {
            breakDown(e);
            throw readOnly();
        }
    }

    /** Remembers that bytes could not be made durable. */
    IOException failedForce(IOException cause) {
        breakDown(cause);
        return cause;
    }

    void requireWritable() {
        if (broken != null) {
            throw readOnly();
        }
    }

    boolean isBroken() {
        return broken != null;
    }

    private void breakDown(Exception cause) {
        broken = cause.toString();
    }

    private ServiceError readOnly() {
        return new ServiceError(
                503, "ServiceUnavailable", "The service is read-only since a disk error (" + broken + "); restart it.");
    }

    void close() {
        writing.lock();
        try {
            broken = "the service was closed";
            ledger.close();
        } finally {
            writing.unlock();
        }
    }
}
