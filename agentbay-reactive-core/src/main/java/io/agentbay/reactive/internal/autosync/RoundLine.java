package io.agentbay.reactive.internal.autosync;

import io.agentbay.reactive.internal.runtime.Background;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The rounds of one client that are due: so many at once, the rest in order, so that no crowd of timers takes the
 * background away from the closings of sessions.
 */
final class RoundLine {

    static final int AT_ONCE = 256;

    private final Background background;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private final AtomicInteger passes = new AtomicInteger();
    private int running;

    RoundLine(Background background) {
        this.background = background;
    }

    void join(Turn turn) {
        add(turn);
        serve();
    }

    /** A round that ends at once is followed from here, not from within itself: the stack stays flat. */
    private void serve() {
        if (passes.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            for (Turn next = next(); next != null; next = next()) {
                background.run(next.what(), next.round().doFinally(end -> left()));
            }
            seen = passes.addAndGet(-seen);
        } while (seen != 0);
    }

    private synchronized void add(Turn turn) {
        waiting.add(turn);
    }

    private synchronized @Nullable Turn next() {
        Turn next = running < AT_ONCE ? waiting.poll() : null;
        running += next == null ? 0 : 1;
        return next;
    }

    private void left() {
        synchronized (this) {
            running--;
        }
        serve();
    }

    /** One round that is due; it decides when its turn comes whether there is still something to do. */
    interface Turn {

        String what();

        Mono<Void> round();
    }
}
