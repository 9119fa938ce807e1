package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.local.simulation.world.Timeline.Event;
import io.agentbay.reactive.local.simulation.world.Timeline.Life;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** Reactor's view of the timeline: no thread, and a time of its own. */
final class SimulatedScheduler implements Scheduler {

    private final Timeline timeline;
    private final Life life;

    SimulatedScheduler(Timeline timeline, Life life) {
        this.timeline = timeline;
        this.life = life;
    }

    @Override
    public Disposable schedule(Runnable task) {
        return planned(timeline.plan(0, life, task));
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return planned(timeline.plan(unit.toNanos(delay), life, task));
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return new Periodic(task, unit.toNanos(period)).start(unit.toNanos(initialDelay));
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(timeline.now(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
        return new Bench();
    }

    @Override
    public void dispose() {}

    private static Disposable planned(Event event) {
        return new Planned(event);
    }

    private record Planned(Event event) implements Disposable {
        @Override
        public void dispose() {
            event.giveUp();
        }

        @Override
        public boolean isDisposed() {
            return event.isOver();
        }
    }

    private final class Periodic implements Disposable {
        private final Runnable task;
        private final long period;
        private Disposable next = () -> {};
        private boolean disposed;

        Periodic(Runnable task, long period) {
            this.task = task;
            this.period = period;
        }

        Periodic start(long delay) {
            next = planned(timeline.plan(delay, life, this::run));
            return this;
        }

        private void run() {
            var unused = disposed ? this : start(period);
            task.run();
        }

        @Override
        public void dispose() {
            disposed = true;
            next.dispose();
        }

        @Override
        public boolean isDisposed() {
            return disposed;
        }
    }

    /** Tasks that are given up together. */
    private final class Bench implements Worker {
        private final Set<Disposable> tasks = new LinkedHashSet<>();
        private boolean disposed;

        @Override
        public Disposable schedule(Runnable task) {
            return keep(SimulatedScheduler.this.schedule(checked(task)));
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            return keep(SimulatedScheduler.this.schedule(checked(task), delay, unit));
        }

        @Override
        public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
            return keep(SimulatedScheduler.this.schedulePeriodically(task, initialDelay, period, unit));
        }

        private Runnable checked(Runnable task) {
            if (disposed) {
                throw new RejectedExecutionException("disposed");
            }
            return task;
        }

        private Disposable keep(Disposable task) {
            tasks.removeIf(Disposable::isDisposed);
            tasks.add(task);
            return task;
        }

        @Override
        public void dispose() {
            disposed = true;
            new HashSet<>(tasks).forEach(Disposable::dispose);
            tasks.clear();
        }

        @Override
        public boolean isDisposed() {
            return disposed;
        }
    }
}
