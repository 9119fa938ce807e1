package io.agentbay.reactive.local;

import io.agentbay.reactive.local.core.ServiceCore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** Wakes the core when something is due: one timer for all of it, set again after every wake and every change of plan. */
final class Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);

    private final ServiceCore core;
    private final Clock clock;
    private final Scheduler timer;
    private final Executor workers;
    private @Nullable Instant planned;
    private @Nullable Disposable wake;

    Ticker(ServiceCore core, Clock clock, Scheduler timer, Executor workers) {
        this.core = core;
        this.clock = clock;
        this.timer = timer;
        this.workers = workers;
    }

    /** Looks at what is due next and sets the timer for it; may block. */
    void plan() {
        core.nextDue().ifPresent(this::wakeAt);
    }

    /** Lets everything happen that is due by now. */
    CompletableFuture<Void> catchUp() {
        return CompletableFuture.runAsync(this::run, workers);
    }

    private synchronized void wakeAt(Instant due) {
        if (planned != null && !due.isBefore(planned)) {
            return;
        }
        if (wake != null) {
            wake.dispose();
        }
        planned = due;
        long delay = Math.max(0, Duration.between(clock.instant(), due).toNanos());
        wake = scheduleQuietly(delay);
    }

    private @Nullable Disposable scheduleQuietly(long delayNanos) {
        try {
            return timer.schedule(this::wakeWorker, delayNanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            return null;
        }
    }

    private void wakeWorker() {
        try {
            workers.execute(this::run);
        } catch (RejectedExecutionException closing) {
            LOG.debug("Nothing happens any more, the service is closing.");
        }
    }

    private void run() {
        forgetPlan();
        try {
            core.tick();
            plan();
        } catch (RuntimeException | Error e) {
            LOG.error("The service could not do what was due; it tries again", e);
            wakeAt(clock.instant().plus(AFTER_AN_ERROR));
        }
    }

    private synchronized void forgetPlan() {
        planned = null;
    }
}
