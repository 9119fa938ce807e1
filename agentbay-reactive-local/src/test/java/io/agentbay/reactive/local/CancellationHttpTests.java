package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cancelled at random instants, on a healthy service no session stays behind. */
class CancellationHttpTests {

    private static final int RUNS = 100;
    private static final int AT_ONCE = 40;
    private static final int LATEST_MILLIS = 4_000;
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void ofUse(@TempDir Path data) {
        everywhere(
                data,
                (client, request) -> client.sessions()
                        .use(
                                request,
                                session -> session.files()
                                        .write(session.mounts().get(0).resolve("a.txt"), "a")
                                        .then(session.sync().upload())));
    }

    @Test
    void ofCreate(@TempDir Path data) {
        everywhere(data, (client, request) -> client.sessions().create(request).flatMap(session -> session.close()));
    }

    private static void everywhere(Path data, Work work) {
        try (var local = AgentBayLocal.start(data)) {
            local.faults().on("CreateMcpSession").delay(Duration.ofMillis(300));
            var client = local.clientBuilder().build();
            var random = new Random(11);
            Flux.range(0, RUNS)
                    .flatMap(
                            run -> request(client, run)
                                    .flatMap(request ->
                                            cancelled(work.in(client, request), random.nextInt(LATEST_MILLIS))),
                            AT_ONCE)
                    .blockLast(LONG);
            client.shutdown(LONG).block(LONG);

            assertThat(client.sessions().owned()).isEmpty();
            assertThat(running(local.client())).isZero();
            assertThat(local.requests())
                    .filteredOn(request -> request.action().equals("CreateMcpSession"))
                    .as("some were created")
                    .isNotEmpty();
        }
    }

    private static Mono<Void> cancelled(Mono<?> work, int afterMillis) {
        return work.takeUntilOther(Mono.delay(Duration.ofMillis(afterMillis))).then();
    }

    private static Mono<SessionRequest> request(AgentBayClient client, int run) {
        return client.contexts()
                .getOrCreate("cancel-" + run % AT_ONCE)
                .map(context -> SessionRequest.mounting(context, "/mnt/data"));
    }

    private static long running(AgentBayClient client) {
        return client.sessions()
                .list(SessionQuery.all().state(SessionState.RUNNING))
                .count()
                .block(LONG);
    }

    /** What is cancelled. */
    private interface Work {
        Mono<?> in(AgentBayClient client, SessionRequest request);
    }
}
