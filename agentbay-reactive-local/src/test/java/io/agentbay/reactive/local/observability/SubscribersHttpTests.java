package io.agentbay.reactive.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.sync.SyncReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** Whatever becomes of one who watches, neither the work nor the others notice. */
class SubscribersHttpTests {

    private static final int SYNCS = 8;

    @TempDir
    Path data;

    private AgentBayLocal local;
    private AgentBayClient client;
    private final List<OperationEvent> seen = new CopyOnWriteArrayList<>();
    private Disposable witness;

    @BeforeEach
    void watch() {
        local = AgentBayLocal.start(data);
        client = local.clientBuilder().build();
        witness = client.events().subscribe(seen::add);
    }

    @AfterEach
    void close() {
        witness.dispose();
        client.close();
        local.close();
    }

    @Test
    void aThousandMoreSubscribersChangeNothing() {
        var lastSeen = new AtomicLong();
        List<Disposable> crowd = new ArrayList<>();
        for (int n = 0; n < 1_000; n++) {
            crowd.add(client.events().subscribe(event -> lastSeen.accumulateAndGet(event.sequence(), Math::max)));
        }
        assertUndisturbed(sync());
        assertThat(lastSeen.get()).isPositive();
        crowd.forEach(Disposable::dispose);
    }

    @Test
    void oneThatNeverAsksChangesNothing() {
        var stalled = new BaseSubscriber<OperationEvent>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                // Asks for nothing.
            }
        };
        client.events().subscribe(stalled);
        assertUndisturbed(sync());
        stalled.cancel();
    }

    @Test
    void oneThatBlocksItsThreadChangesNothing() {
        var release = new CountDownLatch(1);
        var blocked = client.events().subscribe(event -> await(release));
        assertUndisturbed(sync());
        release.countDown();
        blocked.dispose();
    }

    @Test
    void onesThatThrowLeaveOrComeBackChangeNothing() {
        client.events()
                .subscribe(
                        event -> {
                            throw new IllegalStateException("subscriber");
                        },
                        error -> {});
        var leaver = client.events().take(3).repeat().subscribe();
        var returning = Flux.defer(
                        () -> client.events(client.activity().position()).take(2))
                .repeat()
                .subscribe();
        assertUndisturbed(sync());
        leaver.dispose();
        returning.dispose();
    }

    private List<SyncReport> sync() {
        var work = new Work(client);
        return Flux.range(0, SYNCS)
                .flatMap(n -> work.persist("crowd-" + n))
                .collectList()
                .block(Duration.ofMinutes(2));
    }

    private void assertUndisturbed(List<SyncReport> reports) {
        assertThat(reports).hasSize(SYNCS).allMatch(SyncReport::verified);
        var last = client.activity().position().sequence();
        org.awaitility.Awaitility.await()
                .until(() -> !seen.isEmpty() && seen.get(seen.size() - 1).sequence() >= last);
        assertThat(seen).extracting(OperationEvent::sequence).isSorted().doesNotHaveDuplicates();
        Map<String, List<OperationEvent>> byOperation = seen.stream()
                .collect(Collectors.groupingBy(event -> event.operation().id()));
        assertThat(byOperation.values()).allSatisfy(SubscribersHttpTests::assertWhole);
        assertThat(seen)
                .filteredOn(event -> event.operation().kind() == Kind.PERSIST)
                .filteredOn(OperationEvent.Completed.class::isInstance)
                .hasSize(SYNCS);
        assertThat(client.activity().operations()).isEmpty();
    }

    private static void assertWhole(List<OperationEvent> events) {
        assertThat(events.get(0)).isInstanceOf(OperationEvent.Started.class);
        assertThat(events).filteredOn(OperationEvent.Started.class::isInstance).hasSize(1);
        assertThat(events).filteredOn(OperationEvent::isEnd).hasSize(1);
        assertThat(events.get(events.size() - 1).isEnd()).isTrue();
    }

    private static void await(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
