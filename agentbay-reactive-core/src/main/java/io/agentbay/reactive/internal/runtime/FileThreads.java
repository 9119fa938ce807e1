package io.agentbay.reactive.internal.runtime;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Threads for work that blocks, started on demand, ended when idle for a minute.
 *
 * <p>An executor of our own, because the schedulers of Reactor wait for their end on a thread that keeps a JVM alive for
 * ten seconds more.
 */
final class FileThreads extends ThreadPoolExecutor {

    private static final int IDLE_SECONDS = 60;

    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final Scheduler scheduler;

    FileThreads(int threads, int waiting, String name) {
        super(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(waiting),
                named(name, new AtomicInteger()));
        allowCoreThreadTimeOut(true);
        scheduler = Schedulers.fromExecutorService(this, name);
    }

    private static ThreadFactory named(String name, AtomicInteger number) {
        return work -> {
            var thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** Takes no more work; completes when the last of it is done. */
    Mono<Void> end() {
        return Mono.fromRunnable(this::shutdown).then(ended.asMono());
    }

    /** Ends at once; what runs is interrupted. */
    Mono<Void> stop() {
        return Mono.fromRunnable(this::shutdownNow);
    }

    @Override
    protected void terminated() {
        var unused = ended.tryEmitEmpty();
    }
}
