package io.agentbay.reactive.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import io.agentbay.reactive.internal.wire.SyncWire;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** A thousand sessions wait on the real timers: that costs polls, not threads, and nothing once they are given up. */
@Isolated("counts threads")
class WaitingTests {

    /** Far fewer than there are waits, and more than the JVM and the pools of others begin meanwhile. */
    private static final int NEW = 100;

    private final AtomicInteger polls = new AtomicInteger();
    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());

    @Test
    void aThousandWaitsGrowNoThreads() {
        var waits = Disposables.composite();
        var budget = new PollBudget(runtime, 10_000);
        waits.add(waitOn(budget, "warm-up"));
        await().until(() -> polls.get() > 2);
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int i = 0; i < 1_000; i++) {
            waits.add(waitOn(budget, "s-" + i));
        }
        await().until(() -> polls.get() > 4_000);
        int during = ManagementFactory.getThreadMXBean().getThreadCount();
        assertThat(during - before).isLessThan(NEW);
        waits.dispose();
        var seen = new AtomicInteger();
        await().pollInterval(Duration.ofSeconds(1)).until(() -> seen.getAndSet(polls.get()) == polls.get());
    }

    private Disposable waitOn(PollBudget budget, String session) {
        var loop = new PollLoop(runtime, wire(), budget, session);
        var parts = new SessionParts(runtime, wire(), session, loop, Duration.ofMinutes(10));
        return new DefaultSyncRounds(parts, List.of())
                .run(new SyncRounds.Key("ctx", "/mnt/data", Direction.UPLOAD), null)
                .subscribe();
    }

    /** Triggers are acknowledged, polls list nothing. */
    private SyncWire wire() {
        return (SyncWire) Proxy.newProxyInstance(
                SyncWire.class.getClassLoader(),
                new Class<?>[] {SyncWire.class},
                (self, method, arguments) -> method.getName().equals("tasks") ? poll() : Mono.empty());
    }

    private Mono<List<?>> poll() {
        return Mono.fromSupplier(() -> {
            polls.incrementAndGet();
            return List.of();
        });
    }
}
