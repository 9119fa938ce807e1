package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** When a directory is read next: soon after a change, ever later while nothing changes, at once when asked to. */
final class WatchPace {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);
    private static final double GROWTH = 1.5;

    private final ClientRuntime runtime;
    private long sent;
    private long pause = SHORTEST;
    private boolean hurried = true;
    private boolean resting;
    private boolean restless;
    private @Nullable MonoSink<Long> sleeper;
    private @Nullable Disposable alarm;

    WatchPace(ClientRuntime runtime) {
        this.runtime = runtime;
    }

    /** Makes the next read come at once; returns the number of the last one sent, which is older than this. */
    synchronized long hurry() {
        long last = sent;
        hurried = true;
        pause = SHORTEST;
        plan();
        return last;
    }

    /** The number of the last read sent. */
    synchronized long sent() {
        return sent;
    }

    /** The number of the next read, when it is due. */
    Mono<Long> next() {
        return Mono.create(this::sleep);
    }

    /** A read was answered. */
    synchronized void answered(boolean changed) {
        pause = changed ? SHORTEST : Math.min(LONGEST, (long) (pause * GROWTH));
        restless = changed;
    }

    /** While the session tells by itself, there is no need to ask without a reason. */
    synchronized void rest(boolean told) {
        resting = told;
        pause = SHORTEST;
        restless = false;
        plan();
    }

    private synchronized void sleep(MonoSink<Long> sink) {
        sleeper = sink;
        sink.onDispose(() -> forget(sink));
        plan();
    }

    private void plan() {
        if (alarm != null) {
            alarm.dispose();
            alarm = null;
        }
        if (sleeper != null && (hurried || !resting || restless)) {
            alarm = runtime.timer().schedule(this::ring, hurried ? 0 : pause, TimeUnit.NANOSECONDS);
        }
    }

    private void ring() {
        MonoSink<Long> woken;
        long number;
        synchronized (this) {
            woken = sleeper;
            sleeper = null;
            alarm = null;
            hurried = woken == null && hurried;
            number = woken == null ? sent : ++sent;
        }
        if (woken != null) {
            woken.success(number);
        }
    }

    private synchronized void forget(MonoSink<Long> sink) {
        if (sink.equals(sleeper)) {
            sleeper = null;
            plan();
        }
    }
}
