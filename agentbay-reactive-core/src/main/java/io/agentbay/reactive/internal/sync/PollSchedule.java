package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** When a session is to be polled next: as soon as the first of its waiters is due, each with pauses of its own. */
final class PollSchedule {

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);
    private static final double GROWTH = 1.1;
    private static final double JITTER = 0.1;

    private final ClientRuntime runtime;
    private final Set<Waiter> waiters = new LinkedHashSet<>();
    private long sent;
    private @Nullable MonoSink<Long> sleeper;
    private @Nullable Disposable alarm;

    PollSchedule(ClientRuntime runtime) {
        this.runtime = runtime;
    }

    /** Someone to whom only polls sent from now on count; the first of them is due at once. */
    synchronized Waiter join() {
        Waiter waiter = new Waiter(sent, runtime.nanos());
        waiters.add(waiter);
        wake();
        return waiter;
    }

    synchronized void leave(Waiter waiter) {
        waiters.remove(waiter);
    }

    /** The number of the poll to send, when it is due. */
    Mono<Long> next() {
        return Mono.create(this::sleep);
    }

    /** A poll was answered: those it counts for get their next pause. */
    synchronized void answered(long number) {
        long now = runtime.nanos();
        for (Waiter waiter : waiters) {
            if (waiter.counts(number)) {
                waiter.pause(now, jitter());
            }
        }
    }

    synchronized int waiters() {
        return waiters.size();
    }

    /** The number of the last poll sent. */
    synchronized long sent() {
        return sent;
    }

    private synchronized void sleep(MonoSink<Long> sink) {
        sleeper = sink;
        sink.onDispose(() -> forget(sink));
        wake();
    }

    private void wake() {
        if (alarm != null) {
            alarm.dispose();
            alarm = null;
        }
        if (sleeper != null && !waiters.isEmpty()) {
            alarm = runtime.timer().schedule(this::ring, untilDue(), TimeUnit.NANOSECONDS);
        }
    }

    private long untilDue() {
        long now = runtime.nanos();
        return waiters.stream()
                .mapToLong(waiter -> Math.max(0, waiter.due - now))
                .min()
                .orElse(LONGEST_PAUSE);
    }

    private void ring() {
        MonoSink<Long> woken;
        long number;
        synchronized (this) {
            woken = sleeper;
            sleeper = null;
            alarm = null;
            number = woken == null ? sent : ++sent;
        }
        if (woken != null) {
            woken.success(number);
        }
    }

    private synchronized void forget(MonoSink<Long> sink) {
        if (sink.equals(sleeper)) {
            sleeper = null;
            wake();
        }
    }

    private double jitter() {
        return 1 - JITTER + 2 * JITTER * runtime.random().nextDouble();
    }

    /** One who waits for answers. */
    static final class Waiter {

        private final long after;
        private long due;
        private long pause = FIRST_PAUSE;

        private Waiter(long after, long due) {
            this.after = after;
            this.due = due;
        }

        /** Whether a poll was sent after this waiter came. */
        boolean counts(long number) {
            return number > after;
        }

        private void pause(long now, double jitter) {
            due = now + (long) (pause * jitter);
            pause = Math.min(LONGEST_PAUSE, (long) (pause * GROWTH));
        }
    }
}
