package io.agentbay.reactive.internal.runtime;

import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * A scheduler that asks its threads before it gives them work, so that whoever comes after their end is told, and nobody
 * else: Reactor's own reports each refusal of an executor as an uncaught exception of the calling thread as well.
 */
final class OpenScheduler implements Scheduler {

    private final Scheduler scheduler;
    private final FileThreads threads;

    OpenScheduler(Scheduler scheduler, FileThreads threads) {
        this.scheduler = scheduler;
        this.threads = threads;
    }

    @Override
    public Disposable schedule(Runnable task) {
        return whileOpen(() -> scheduler.schedule(task));
    }

    @Override
    public Worker createWorker() {
        return new OpenWorker(scheduler.createWorker());
    }

    private Disposable whileOpen(Supplier<Disposable> given) {
        threads.enter();
        try {
            return given.get();
        } finally {
            threads.leave();
        }
    }

    /** A worker of such a scheduler. */
    private final class OpenWorker implements Worker {

        private final Worker worker;

        OpenWorker(Worker worker) {
            this.worker = worker;
        }

        @Override
        public Disposable schedule(Runnable task) {
            return whileOpen(() -> worker.schedule(task));
        }

        @Override
        public void dispose() {
            worker.dispose();
        }

        @Override
        public boolean isDisposed() {
            return worker.isDisposed();
        }
    }
}
