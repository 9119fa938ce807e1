package io.agentbay.reactive.internal.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Threads for work that blocks: started on demand, an idle one reused before another is started, ended when idle for a
 * minute. Work that has begun is not interrupted by a cancel.
 *
 * <p>Work under way is counted here: Reactor's own graceful end waits on a thread that keeps a JVM alive for ten seconds
 * more.
 */
final class FileThreads implements Executor {

    /** Most of them wait for the disk, which makes all files durable at once that wait together. */
    private static final int THREADS = 32;

    private static final int QUEUED = 100_000;

    private final Scheduler threads = Schedulers.newBoundedElastic(THREADS, QUEUED, "agentbay-files", 60, true);
    private final Scheduler scheduler = new OpenScheduler(Schedulers.fromExecutor(this, true), this);

    /** Pieces of work that wait or run, and one more for as long as others are welcome. */
    private final AtomicInteger open = new AtomicInteger(1);

    private final AtomicBoolean ending = new AtomicBoolean();
    private final Sinks.Empty<Void> idle = Sinks.empty();

    /** Where work runs; what one of its workers was given runs in order, one at a time. */
    Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public void execute(Runnable work) {
        enter();
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

    /** Keeps the threads until {@link #leave()}, or throws when they have ended. */
    void enter() {
        if (open.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
            throw new RejectedExecutionException("The client has ended");
        }
    }

    void leave() {
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

    /** Ends the threads now, interrupting what runs; not on the thread of the caller, who might have to wait for a lock. */
    Mono<Void> stop() {
        return Mono.<Void>fromRunnable(threads::dispose).subscribeOn(Schedulers.boundedElastic());
    }
}
