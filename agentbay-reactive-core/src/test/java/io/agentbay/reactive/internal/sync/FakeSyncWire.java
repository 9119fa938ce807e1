package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.wire.SessionWire;
import io.agentbay.reactive.internal.wire.SyncWire;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A service in virtual time: tasks that queue, run and end, polls that take their time, and whatever a test scripts. */
final class FakeSyncWire implements SyncWire {

    static final long EPOCH = 1_760_000_000L;

    final List<FakeTask> tasks = new ArrayList<>();
    final List<Key> triggers = new ArrayList<>();
    final List<Duration> triggerTimes = new ArrayList<>();
    final List<Duration> pollTimes = new ArrayList<>();
    final Deque<Supplier<Mono<List<SyncTask>>>> nextPolls = new ArrayDeque<>();
    final Deque<Supplier<Mono<Void>>> nextTriggers = new ArrayDeque<>();
    final AtomicInteger pollsInFlight = new AtomicInteger();
    int mostPollsInFlight;
    Duration pollTime = Duration.ofMillis(20);
    Duration triggerTime = Duration.ofMillis(20);
    BiFunction<Key, Long, FakeTask> work = (key, now) -> FakeTask.good(key, now, Duration.ofSeconds(2));

    private final VirtualRuntime runtime;

    FakeSyncWire(VirtualRuntime runtime) {
        this.runtime = runtime;
    }

    record Key(String contextId, String path, Direction direction) {}

    Duration now() {
        return Duration.ofNanos(runtime.nanos());
    }

    /** The service's own second. */
    long second() {
        return EPOCH + now().toSeconds();
    }

    @Override
    public Mono<Void> trigger(String sessionId, String contextId, String path, Direction direction) {
        return Mono.defer(() -> {
            Key key = new Key(contextId, path, direction);
            triggers.add(key);
            triggerTimes.add(now());
            Supplier<Mono<Void>> scripted = nextTriggers.poll();
            return scripted == null ? start(key) : scripted.get();
        });
    }

    /** What a trigger does unless scripted otherwise. */
    Mono<Void> start(Key key) {
        FakeTask task = work.apply(key, runtime.nanos());
        if (task != null) {
            tasks.add(task);
        }
        return Mono.delay(triggerTime, runtime.timer()).then();
    }

    @Override
    public Mono<List<SyncTask>> tasks(String sessionId) {
        return Mono.defer(() -> {
            pollTimes.add(now());
            mostPollsInFlight = Math.max(mostPollsInFlight, pollsInFlight.incrementAndGet());
            Supplier<Mono<List<SyncTask>>> scripted = nextPolls.poll();
            Mono<List<SyncTask>> answer = scripted == null ? Mono.fromSupplier(this::listed) : scripted.get();
            return Mono.delay(pollTime, runtime.timer()).then(answer).doFinally(end -> pollsInFlight.decrementAndGet());
        });
    }

    List<SyncTask> listed() {
        return tasks.stream()
                .filter(task -> task.visible(runtime.nanos()))
                .map(task -> task.entry(runtime.nanos()))
                .toList();
    }

    @Override
    public Mono<Void> bind(String sessionId, List<SessionWire.MountData> mounts) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<List<BoundContext>> bindings(String sessionId) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<List<InternalContext>> internalContexts(String sessionId, List<String> types) {
        return Mono.error(new UnsupportedOperationException());
    }

    /** A task's life: listed from {@code start} on, ended at {@code end} as {@code status} says. */
    record FakeTask(Key key, long visibleFrom, long start, long end, String status, String error, long startSecond) {

        static FakeTask good(Key key, long now, Duration lasting) {
            return ending(key, now, lasting, "Success", "");
        }

        static FakeTask ending(Key key, long now, Duration lasting, String status, String error) {
            return new FakeTask(
                    key,
                    now,
                    now,
                    now + lasting.toNanos(),
                    status,
                    error,
                    EPOCH + Duration.ofNanos(now).toSeconds());
        }

        FakeTask queued(Duration before) {
            long shift = before.toNanos();
            return new FakeTask(
                    key,
                    visibleFrom + shift,
                    start + shift,
                    end + shift,
                    status,
                    error,
                    EPOCH + Duration.ofNanos(start + shift).toSeconds());
        }

        FakeTask listedFrom(long time) {
            return new FakeTask(key, time, start, end, status, error, startSecond);
        }

        FakeTask at(String path) {
            return new FakeTask(
                    new Key(key.contextId(), path, key.direction()),
                    visibleFrom,
                    start,
                    end,
                    status,
                    error,
                    startSecond);
        }

        boolean visible(long now) {
            return now >= visibleFrom;
        }

        SyncTask entry(long now) {
            boolean over = now >= end;
            return new SyncTask(
                    key.contextId(),
                    key.path(),
                    key.direction(),
                    over ? status : "Running",
                    over ? error : "",
                    startSecond,
                    over ? EPOCH + Duration.ofNanos(end).toSeconds() : 0);
        }
    }
}
