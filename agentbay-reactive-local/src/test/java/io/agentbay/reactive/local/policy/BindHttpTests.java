package io.agentbay.reactive.local.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.error.ConflictException;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Binding;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Contexts bound to a running session. */
class BindHttpTests {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private AgentBayLocal local;
    private AgentBayClient client;
    private AgentBayContext first;
    private AgentBayContext second;

    @BeforeEach
    void start() {
        local = AgentBayLocal.start(directory);
        client = local.client();
        first = client.contexts().getOrCreate("first").block(LIMIT);
        second = client.contexts().getOrCreate("second").block(LIMIT);
    }

    @AfterEach
    void stop() {
        client.close();
        local.close();
    }

    @Test
    void whatIsWrittenUnderABoundMountOutlivesTheSession() {
        write(second, "/mnt/more", "before.txt", "there before");
        var read = client.sessions()
                .use(
                        SessionRequest.mounting(first, "/mnt/data"),
                        session -> session.sync()
                                .bind(Mount.of(second, "/mnt/more"))
                                .then(session.files().write("/mnt/more/new.txt", "new"))
                                .then(session.files().readText("/mnt/more/before.txt")));
        StepVerifier.create(read).expectNext("there before").expectComplete().verify(LIMIT);
        StepVerifier.create(read(second, "/mnt/more", "new.txt"))
                .expectNext("new")
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void aBoundMountIsUploadedByCallAndListed() {
        var policy = SyncPolicy.manual().keepingDeleted();
        var work = client.sessions()
                .use(
                        SessionRequest.mounting(first, "/mnt/data"),
                        session -> session.sync()
                                .bind(Mount.of(second, "/mnt/more", policy))
                                .doOnNext(bound -> {
                                    assertThat(bound.contextName()).isEqualTo("second");
                                    assertThat(bound.policy()).isEqualTo(policy);
                                    assertThat(bound.boundAt()).isNotNull();
                                })
                                .then(session.sync().upload())
                                .doOnNext(report -> assertThat(report.mounts())
                                        .extracting(mount -> mount.outcome().path())
                                        .containsExactly("/mnt/data", "/mnt/more"))
                                .thenMany(session.sync().bindings())
                                .map(Binding::path)
                                .collectList());
        StepVerifier.create(work)
                .assertNext(paths -> assertThat(paths).containsExactlyInAnyOrder("/mnt/data", "/mnt/more"))
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void anotherClientFindsTheBoundMountByTheSessionsId() {
        var session = client.sessions()
                .create(SessionRequest.mounting(first, "/mnt/data"))
                .block(LIMIT);
        session.sync().bind(Mount.of(second, "/mnt/more")).block(LIMIT);
        try (var other = local.clientBuilder().build()) {
            var found = other.sessions().get(session.id()).block(LIMIT);
            assertThat(found.mounts()).extracting(Mount::path).containsExactlyInAnyOrder("/mnt/data", "/mnt/more");
            var again = found.sync().bind(Mount.of(second, "/mnt/more"));
            StepVerifier.create(again)
                    .expectError(InvalidRequestException.class)
                    .verify(LIMIT);
        }
        assertThat(session.mounts()).hasSize(2);
        session.close().block(LIMIT);
    }

    @Test
    void aPathThatAnotherClientTookIsAConflictAndTheSameMountIsNone() {
        var session = client.sessions().create(SessionRequest.ephemeral()).block(LIMIT);
        try (var other = local.clientBuilder().build()) {
            var theirs = other.sessions().get(session.id()).block(LIMIT);
            theirs.sync().bind(Mount.of(first, "/mnt/more")).block(LIMIT);
            StepVerifier.create(session.sync().bind(Mount.of(second, "/mnt/more")))
                    .expectError(ConflictException.class)
                    .verify(LIMIT);
            StepVerifier.create(session.sync().bind(Mount.of(first, "/mnt/more")))
                    .assertNext(bound -> assertThat(bound.context()).isEqualTo(first.id()))
                    .expectComplete()
                    .verify(LIMIT);
        }
        session.close().block(LIMIT);
    }

    @Test
    void aContextThatIsNotThereIsNotFound() {
        var bind = client.sessions()
                .use(
                        SessionRequest.ephemeral(),
                        session -> session.sync().bind(Mount.of(ContextId.of("SdkCtx-nowhere"), "/mnt/more")));
        StepVerifier.create(bind).expectError(NotFoundException.class).verify(LIMIT);
    }

    private void write(AgentBayContext context, String root, String name, String text) {
        client.sessions()
                .use(
                        SessionRequest.mounting(context, root),
                        session -> session.files().write(root + "/" + name, text))
                .block(LIMIT);
    }

    private Mono<String> read(AgentBayContext context, String root, String name) {
        return client.sessions()
                .use(
                        SessionRequest.mounting(context, root),
                        session -> session.files().readText(root + "/" + name));
    }
}
