package io.agentbay.reactive.local.core;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps something in place while others work with it: a session's files, because an upload that walks a directory being
 * discarded would take every file for deleted; the whole service, because its directory may be another's next.
 */
final class InUse {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Supplier<ServiceError> gone;
    private boolean over;

    InUse(Supplier<ServiceError> gone) {
        this.gone = gone;
    }

    /** Works with it; a {@link ServiceError} if it is gone. */
    <T, E extends Exception> T with(Work<T, E> work) throws E {
        lock.readLock().lock();
        try {
            if (over) {
                throw gone.get();
            }
            return work.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for everyone at work; nobody begins afterwards. */
    void end() {
        lock.writeLock().lock();
        try {
            over = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Something done with it. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }
}
