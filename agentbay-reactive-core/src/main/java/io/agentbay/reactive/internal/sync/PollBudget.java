package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** What all sessions of a client together may poll per second: a bucket of one second's polls, and a line to wait in. */
final class PollBudget implements Polls {

    private final ClientRuntime runtime;
    private final long nanosPerPoll;
    private final int capacity;
    private final Deque<MonoSink<Void>> waiting = new ArrayDeque<>();
    private double available;
    private long filledAt;
    private @Nullable Disposable planned;

    PollBudget(ClientRuntime runtime, int pollsPerSecond) {
        this.runtime = runtime;
        this.nanosPerPoll = Math.max(1, TimeUnit.SECONDS.toNanos(1) / pollsPerSecond);
        this.capacity = pollsPerSecond;
        this.available = pollsPerSecond;
        this.filledAt = runtime.nanos();
    }

    /** Completes when one more poll may be sent, first come first served; a cancel gives the place back. */
    @Override
    public Mono<Void> acquire() {
        return Mono.create(sink -> {
            if (enter(sink)) {
                sink.success();
            } else {
                sink.onDispose(() -> leave(sink));
            }
        });
    }

    private synchronized boolean enter(MonoSink<Void> sink) {
        if (waiting.isEmpty() && take()) {
            return true;
        }
        waiting.add(sink);
        plan();
        return false;
    }

    private synchronized void leave(MonoSink<Void> sink) {
        waiting.remove(sink);
        if (waiting.isEmpty() && planned != null) {
            planned.dispose();
            planned = null;
        }
    }

    private boolean take() {
        long now = runtime.nanos();
        available = Math.min(capacity, available + (double) (now - filledAt) / nanosPerPoll);
        filledAt = now;
        if (available < 1) {
            return false;
        }
        available -= 1;
        return true;
    }

    private void plan() {
        if (planned == null && !waiting.isEmpty()) {
            planned = runtime.timer().schedule(this::serve, nanosPerPoll, TimeUnit.NANOSECONDS);
        }
    }

    private void serve() {
        for (MonoSink<Void> next = next(); next != null; next = next()) {
            send(next);
        }
    }

    /** What is thrown past Reactor's own guards, a missing class for instance, must not hold up the others. */
    private static void send(MonoSink<Void> next) {
        try {
            next.success();
        } catch (RuntimeException | Error thrown) {
            Operators.onErrorDropped(thrown, Context.of(next.contextView()));
        }
    }

    private synchronized @Nullable MonoSink<Void> next() {
        if (!waiting.isEmpty() && take()) {
            return waiting.poll();
        }
        planned = null;
        plan();
        return null;
    }
}
