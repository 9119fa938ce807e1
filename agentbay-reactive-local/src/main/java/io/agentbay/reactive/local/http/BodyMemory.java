package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all bodies of calls together may hold in memory, so that many callers who send much and end never cannot take it
 * all. The beginning of each body is free: small calls come through whatever others do.
 */
final class BodyMemory {

    static final int FREE = 16 * 1024;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyMemory(long most) {
        this.most = most;
    }

    Lease lease() {
        return new Lease();
    }

    long taken() {
        return taken.get();
    }

    /** What one body takes, given back when its call is over. */
    final class Lease implements AutoCloseable {

        private long size;
        private long counted;
        private boolean closed;

        /** A {@link ServiceError} where there is no room for so much more; nothing after the end. */
        synchronized void grow(int bytes) {
            if (closed) {
                return;
            }
            size += bytes;
            long more = Math.max(0, size - FREE) - counted;
            if (taken.addAndGet(more) > most) {
                taken.addAndGet(-more);
                throw new ServiceError(
                        503, "ServiceUnavailable", "Too many large calls are being received; try again later.");
            }
            counted += more;
        }

        @Override
        public synchronized void close() {
            closed = true;
            taken.addAndGet(-counted);
            counted = 0;
        }
    }
}
