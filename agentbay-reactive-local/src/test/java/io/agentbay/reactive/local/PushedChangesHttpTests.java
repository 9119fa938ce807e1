package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.local.core.SessionModel.Connections;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Watches in a session that tells of changes by its WebSocket, with tools called by its link. */
class PushedChangesHttpTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    private AgentBayLocal local;
    private AgentBayClient client;

    @BeforeEach
    void start() {
        local = AgentBayLocal.start(
                data,
                LocalOptions.defaults()
                        .model(model ->
                                model.sessions(sessions -> sessions.connections(Connections.LINK_AND_WEB_SOCKET))));
        client = local.client();
    }

    @AfterEach
    void stop() {
        local.close();
    }

    private Session session() {
        return client.sessions().create(SessionRequest.ephemeral()).block(LIMIT);
    }

    private void awaitSocket() {
        await().until(() ->
                local.requests().stream().anyMatch(request -> request.action().equals("WebSocket")));
    }

    private long reads() {
        return local.requests().stream()
                .filter(request -> "get_file_change".equals(request.fields().get("Name")))
                .count();
    }

    @Test
    void aChangeIsPushedAndTheDirectoryIsNotReadForIt() {
        var session = session();
        session.files().createDirectory("/tmp/push").block(LIMIT);
        var seen = session.files()
                .watch("/tmp/push")
                .map(FileChange::path)
                .filter("/tmp/push/a.txt"::equals)
                .next()
                .toFuture();
        awaitSocket();
        var before = new AtomicLong();
        await().pollInterval(Duration.ofSeconds(2)).until(() -> before.getAndSet(reads()) == reads());

        session.files().write("/tmp/push/a.txt", "a").block(LIMIT);

        assertThat(seen).succeedsWithin(LIMIT);
        assertThat(reads()).isPositive().isEqualTo(before.get());
        session.close().block(LIMIT);
    }

    @Test
    void watchedWorkMissesNothing() {
        var session = session();
        Mono<Void> work = Flux.range(0, 30)
                .flatMap(i -> session.files().write("/tmp/all/" + i, "x"), 4)
                .then();
        List<String> seen = session.files()
                .createDirectory("/tmp/all")
                .thenMany(session.files().watchWhile("/tmp/all", work))
                .map(FileChange::path)
                .filter(path -> path.matches("/tmp/all/\\d+"))
                .distinct()
                .collectList()
                .block(LIMIT);

        assertThat(seen).hasSize(30);
        session.close().block(LIMIT);
    }

    @Test
    void closingTheSessionEndsAPushedWatch() {
        var session = session();
        var watch = session.files().watch("/tmp").then().toFuture();
        awaitSocket();
        session.close().block(LIMIT);

        assertThat(watch).succeedsWithin(LIMIT);
    }
}
