package io.agentbay.reactive.spring.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import io.agentbay.reactive.spring.Contexts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import reactor.core.publisher.Mono;

/** What becomes of open sessions when the application ends; the service outlives it. */
class ClientLifecycleTests {

    @TempDir
    private Path data;

    private AgentBayLocal service;

    @BeforeEach
    void start() {
        service = AgentBayLocal.start(data);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatASessionHoldsIsSavedWhenTheApplicationEnds() {
        application()
                .run(context ->
                        writeUnsaved(context.getBean(AgentBayClient.class)).block());

        assertThat(read("notes")).isEqualTo("written and not uploaded");
        assertThat(running()).isEmpty();
    }

    @Test
    void anUploadThatHangsEndsWithTheShutdownPhaseAndLosesNothing() {
        application()
                .withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=2s")
                .run(context -> {
                    var client = context.getBean(AgentBayClient.class);
                    writeUnsaved(client).block();
                    service.faults().onUpload("/mnt/data").stick();
                });

        assertThat(running()).as("kept, since nobody knows what was saved").hasSize(1);
    }

    @Test
    void theGraceIsTheShorterOfBoth() {
        assertGrace("agentbay.shutdown-grace=3s", "spring.lifecycle.timeout-per-shutdown-phase=60s", 3_000);
        assertGrace("agentbay.shutdown-grace=60s", "spring.lifecycle.timeout-per-shutdown-phase=10s", 9_000);
    }

    @Test
    void theClientEndsAfterTheWebServerAndBeforeBeansOfTheLowestPhases() {
        application()
                .run(context -> assertThat(
                                context.getBean(ClientLifecycle.class).getPhase())
                        .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE)
                        .isLessThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE)
                        .isPositive());
    }

    private void assertGrace(String ours, String springs, long milliseconds) {
        application()
                .withPropertyValues(ours, springs)
                .run(context -> assertThat(
                                context.getBean(ClientLifecycle.class).grace())
                        .isEqualTo(Duration.ofMillis(milliseconds)));
    }

    private ApplicationContextRunner application() {
        return Contexts.bare()
                .withPropertyValues("agentbay.endpoint=" + service.endpoint(), "agentbay.api-key=" + service.apiKey());
    }

    private static Mono<SessionId> writeUnsaved(AgentBayClient client) {
        return client.contexts()
                .getOrCreate("notes")
                .flatMap(context -> client.sessions().create(SessionRequest.mounting(context, "/mnt/data")))
                .flatMap(session -> session.files()
                        .write("/mnt/data/notes.txt", "written and not uploaded")
                        .thenReturn(session))
                .map(Session::id);
    }

    private String read(String name) {
        var client = service.client();
        return Objects.requireNonNull(client.contexts()
                .get(name)
                .flatMap(context -> client.contexts().files(context).readText("/mnt/data/notes.txt"))
                .block());
    }

    private List<SessionId> running() {
        return Objects.requireNonNull(service.client()
                .sessions()
                .list(SessionQuery.all().state(SessionState.RUNNING))
                .map(summary -> summary.id())
                .collectList()
                .block());
    }
}
