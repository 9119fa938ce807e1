package io.agentbay.reactive.internal.http;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Owns an opened connection until somebody has it, so that a cancel at any instant closes the connection.
 *
 * <p>A cancel that comes after it was handed out closes it too unless it is being read: then the reader's own cancel
 * does, and a connection that is back in the pool is left alone.
 */
final class Handover<T extends Handover.Opened> {

    private static final Object CANCELLED = new Object();

    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

    Mono<T> opened(T connection) {
        if (state.compareAndSet(null, connection)) {
            return Mono.just(connection);
        }
        connection.abandon();
        return Mono.empty();
    }

    void cancelled() {
        if (state.getAndSet(CANCELLED) instanceof Opened connection) {
            connection.abandon();
        }
    }

    /** What holds a connection. */
    interface Opened {

        /** Closes the connection unless it is being read. */
        void abandon();
    }
}
