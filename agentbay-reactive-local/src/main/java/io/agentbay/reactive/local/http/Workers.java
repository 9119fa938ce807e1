package io.agentbay.reactive.local.http;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A bounded number of threads that may block: started on demand, an idle one reused before another is started.
 *
 * <p>They count their work, because Reactor's own graceful end waits on a thread that keeps a JVM alive for ten seconds
 * more.
 */
final class Workers implements Executor {

    private static final int WAITING_EACH = 10_000;

    private final Scheduler threads;

    /** Pieces of work that wait or run, and one more for as long as others are welcome. */
    private final AtomicInteger open = new AtomicInteger(1);

    private final AtomicBoolean ending = new AtomicBoolean();
    private final Sinks.Empty<Void> idle = Sinks.empty();

    Workers(int most) {
        threads = Schedulers.newBoundedElastic(most, most * WAITING_EACH, "agentbay-local-work", 60, true);
    }

    @Override
    public void execute(Runnable work) {
        if (open.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
            throw new RejectedExecutionException("The service has ended");
        }
        try {
            var unused = threads.schedule(() -> run(work));
        } catch (RejectedExecutionException full) {
            leave();
            throw full;
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            leave();
        }
    }

    private void leave() {
        if (open.decrementAndGet() == 0) {
            var unused = idle.tryEmitEmpty();
        }
    }

    /** Completes when all work and what it led to is done and the threads are told to end; at once if there is none. */
    Mono<Void> end() {
        return Mono.fromRunnable(this::welcomeNobody).then(idle.asMono()).then(stop());
    }

    private void welcomeNobody() {
        if (ending.compareAndSet(false, true)) {
            leave();
        }
    }

    /** Ends the threads now; not on the caller's, as whoever ends them may have to wait for a lock they hold. */
    Mono<Void> stop() {
        return Mono.<Void>fromRunnable(threads::dispose).subscribeOn(Schedulers.boundedElastic());
    }
}
