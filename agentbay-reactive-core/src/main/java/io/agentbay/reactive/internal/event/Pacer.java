package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** Runs an action at most ten times a second, the last time always; called and calling under its owner's lock. */
final class Pacer {

    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ClientRuntime runtime;
    private final Object lock;
    private final Runnable action;
    private long last;
    private @Nullable Disposable planned;

    Pacer(ClientRuntime runtime, Object lock, Runnable action) {
        this.lock = lock;
        this.runtime = runtime;
        this.action = action;
        this.last = runtime.nanos() - GAP_NANOS;
    }

    /** Runs the action, and no other that was planned. */
    void now() {
        stop();
        last = runtime.nanos();
        action.run();
    }

    /** Runs the action now, or once the gap has passed. */
    void soon() {
        long wait = last + GAP_NANOS - runtime.nanos();
        if (wait <= 0) {
            now();
        } else if (planned == null) {
            planned = runtime.timer().schedule(this::due, wait, TimeUnit.NANOSECONDS);
        }
    }

    void stop() {
        if (planned != null) {
            planned.dispose();
            planned = null;
        }
    }

    private void due() {
        synchronized (lock) {
            if (planned != null) {
                now();
            }
        }
    }
}
