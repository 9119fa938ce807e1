package io.agentbay.reactive.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A thousand sessions that wait for a sync at once cost event loops, not threads. */
@Isolated("counts threads")
class ManyWaitsTests {

    private static final int SESSIONS = 1_000;

    /** Threads that begin while a thousand wait: those of pools that were not all there yet, never one a wait. */
    private static final int NEW = 20;

    private static final String MOUNT = "/mnt/data";

    @TempDir
    Path data;

    @Test
    void aThousandWaitsNeedNoMoreThreadsThanAnIdleClient() {
        try (var local = AgentBayLocal.start(data, LocalOptions.defaults());
                var client = local.clientBuilder().build()) {
            List<Session> sessions = sessions(client);
            Set<Thread> idle = clientThreads();
            local.faults().onUpload(MOUNT).stick();

            Set<String> waiting = ConcurrentHashMap.newKeySet();
            var waits = Flux.fromIterable(sessions)
                    .flatMap(session -> stuckUpload(session, waiting), SESSIONS)
                    .subscribe();
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(waiting).hasSize(SESSIONS));
            Set<Thread> busy = clientThreads();
            waits.dispose();
            // What becomes of the sessions is not this test's subject; closing them would save each.
            assertThat(sessions).extracting(Session::detach).doesNotHaveDuplicates();

            busy.removeAll(idle);
            assertThat(busy).as("threads that began while %s wait", SESSIONS).hasSizeLessThanOrEqualTo(NEW);
        }
    }

    private static List<Session> sessions(AgentBayClient client) {
        return client.contexts()
                .getOrCreate("waits")
                .flatMapMany(context -> Flux.range(0, SESSIONS)
                        .flatMap(index -> client.sessions().create(SessionRequest.mounting(context, MOUNT)), 100))
                .collectList()
                .block(Duration.ofMinutes(3));
    }

    private static Mono<?> stuckUpload(Session session, Set<String> waiting) {
        return session.sync()
                .upload()
                .contextWrite(OperationEvent.listener(event -> {
                    if (event.progress().phase() == Progress.Phase.QUEUED
                            || event.progress().phase() == Progress.Phase.TRANSFERRING) {
                        waiting.add(session.id().value());
                    }
                }))
                .onErrorComplete();
    }

    /** All threads but those of the embedded service, which lives in the same process, and of the processes it starts. */
    private static Set<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("agentbay-local"))
                .filter(thread -> !thread.getName().startsWith("process reaper"))
                .collect(Collectors.toSet());
    }
}
