package io.agentbay.reactive.internal.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Detached work: at most so many pieces run at once, the rest waits in order. */
final class DefaultBackground implements Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int AT_ONCE = 1_024;

    private final Set<Task> running = new LinkedHashSet<>();
    private final Queue<Task> waiting = new ArrayDeque<>();
    private final List<Sinks.Empty<Void>> waiters = new ArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private boolean stopped;

    @Override
    public void run(String what, Mono<?> work) {
        if (!enqueue(new Task(what, work))) {
            LOG.warn("{} was not started: the client is stopped", what);
            return;
        }
        startNext();
    }

    private synchronized boolean enqueue(Task task) {
        return !stopped && waiting.add(task);
    }

    /** Work that ends at once starts its successor from here, not from within itself: the stack stays flat. */
    private void startNext() {
        if (rounds.getAndIncrement() != 0) {
            return;
        }
        var seen = 1;
        do {
            for (var next = next(); next != null; next = next()) {
                next.start();
            }
            seen = rounds.addAndGet(-seen);
        } while (seen != 0);
    }

    private synchronized @Nullable Task next() {
        if (running.size() >= AT_ONCE) {
            return null;
        }
        var next = waiting.poll();
        if (next != null) {
            running.add(next);
        }
        return next;
    }

    private void ended(Task task) {
        ended(remove(task));
        startNext();
    }

    private static void ended(List<Sinks.Empty<Void>> told) {
        told.forEach(Sinks.Empty::tryEmitEmpty);
    }

    private synchronized List<Sinks.Empty<Void>> remove(Task task) {
        running.remove(task);
        return takeWaitersIfIdle();
    }

    private List<Sinks.Empty<Void>> takeWaitersIfIdle() {
        if (!running.isEmpty() || !waiting.isEmpty()) {
            return List.of();
        }
        var told = List.copyOf(waiters);
        waiters.clear();
        return told;
    }

    @Override
    public Mono<Void> idle() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> told = Sinks.empty();
            return addWaiter(told) ? told.asMono().doOnCancel(() -> removeWaiter(told)) : Mono.empty();
        });
    }

    private synchronized boolean addWaiter(Sinks.Empty<Void> waiter) {
        return active() > 0 && waiters.add(waiter);
    }

    private synchronized void removeWaiter(Sinks.Empty<Void> waiter) {
        waiters.remove(waiter);
    }

    @Override
    public synchronized int active() {
        return running.size() + waiting.size();
    }

    @Override
    public synchronized List<String> underWay() {
        return Stream.concat(running.stream(), waiting.stream())
                .map(task -> task.what)
                .toList();
    }

    @Override
    public void stop() {
        List<Task> cancelled;
        List<Sinks.Empty<Void>> told;
        synchronized (this) {
            stopped = true;
            cancelled = List.copyOf(running);
            running.clear();
            waiting.clear();
            told = takeWaitersIfIdle();
        }
        cancelled.forEach(Task::cancel);
        ended(told);
    }

    /** One piece of work and the way to stop it. */
    private final class Task {

        private final String what;
        private final Mono<?> work;
        private final Disposable.Swap subscription = Disposables.swap();

        Task(String what, Mono<?> work) {
            this.what = what;
            this.work = work;
        }

        void start() {
            subscription.update(work.subscribe(
                    value -> {},
                    error -> {
                        LOG.warn("{} failed", what, error);
                        ended(this);
                    },
                    () -> ended(this)));
        }

        void cancel() {
            subscription.dispose();
        }
    }
}
