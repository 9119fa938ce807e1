package io.agentbay.reactive.local.http;

import java.time.Duration;
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
    private static final int WORKERS = Math.max(24, 4 * CORES);
    private static final int WAITING_PER_WORKER = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LoopResources loops = LoopResources.create("agentbay-local-http", Math.max(2, CORES), true);
    private final Scheduler workers =
            Schedulers.newBoundedElastic(WORKERS, WORKERS * WAITING_PER_WORKER, "agentbay-local-work", 60, true);
    private final Scheduler timer = Schedulers.newSingle("agentbay-local-timer", true);

    LoopResources loops() {
        return loops;
    }

    /** Where blocking work runs. */
    public Scheduler workers() {
        return workers;
    }

    /** Where waiting happens. */
    public Scheduler timer() {
        return timer;
    }

    /** Closes every connection, lets work that has begun end, then gives all threads back. */
    public Mono<Void> close() {
        return loops.disposeLater(Duration.ZERO, PATIENCE)
                .then(Mono.defer(() -> {
                            timer.dispose();
                            return workers.disposeGracefully();
                        })
                        // Ending workers waits for a lock they hold, and the loop that ended last must not.
                        .subscribeOn(Schedulers.boundedElastic()))
                .timeout(PATIENCE)
                .onErrorResume(
                        TimeoutException.class,
                        late -> Mono.<Void>fromRunnable(workers::dispose).subscribeOn(Schedulers.boundedElastic()));
    }
}
