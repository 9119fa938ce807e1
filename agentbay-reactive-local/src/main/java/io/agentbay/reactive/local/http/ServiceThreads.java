package io.agentbay.reactive.local.http;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/**
 * The threads of one embedded service: event loops that never block, a bounded number of workers that may, and a timer
 * that only wakes workers.
 */
public final class ServiceThreads {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOPS_REST = Duration.ofSeconds(1);

    private final LoopResources loops = LoopResources.create("agentbay-local-http", Math.max(2, CORES), true);
    private final Workers workers = new Workers(Math.max(24, 4 * CORES));
    private final Scheduler timer = Schedulers.newSingle("agentbay-local-timer", true);

    LoopResources loops() {
        return loops;
    }

    /** Where blocking work runs. */
    public Executor workers() {
        return workers;
    }

    /** Where waiting happens. */
    public Scheduler timer() {
        return timer;
    }

    /** Lets work that has begun end, then gives all threads back; whoever listened has hung up before. */
    public Mono<Void> close() {
        // Ending the timer may wait for a lock it holds, and the loop that closed the last connection must not.
        return Mono.fromRunnable(timer::dispose)
                .subscribeOn(Schedulers.boundedElastic())
                .then(workers.end())
                .timeout(PATIENCE)
                .onErrorResume(TimeoutException.class, late -> workers.stop())
                .then(Mono.fromRunnable(this::endLoops));
    }

    /** Netty tells the end of a loop on a thread that keeps a JVM alive for a second: a JVM that ends is not to wait for it. */
    private void endLoops() {
        var unused = Schedulers.parallel().schedule(loops::dispose, LOOPS_REST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
