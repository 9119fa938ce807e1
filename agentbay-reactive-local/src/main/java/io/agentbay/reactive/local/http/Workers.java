package io.agentbay.reactive.local.http;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Threads for work that blocks, started on demand. Not one of Reactor's schedulers, which wait for their end on a thread
 * that keeps a JVM alive for ten seconds more.
 */
final class Workers extends ThreadPoolExecutor {

    private static final int IDLE_SECONDS = 60;

    private final Sinks.Empty<Void> ended = Sinks.empty();

    Workers(int threads, int waiting) {
        super(threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), factory());
        allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory factory() {
        var number = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, "agentbay-local-work-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
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
