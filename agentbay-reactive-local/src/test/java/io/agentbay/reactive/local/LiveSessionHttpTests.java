package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.file.FileChange.Kind;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import io.agentbay.reactive.session.SessionSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.function.Tuples;

/** What a session offers live, on the embedded service. */
@AgentBayLocalTest
class LiveSessionHttpTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static <T> T inside(AgentBayClient client, Function<Session, Mono<T>> work) {
        return client.sessions().use(SessionRequest.ephemeral(), work).block(LIMIT);
    }

    private static FileChange change(Kind kind, String path) {
        return new FileChange(path, kind, FileEntry.Type.FILE);
    }

    @Test
    void aNewFileIsTwoChangesAndAWriteToItOne(AgentBayClient client) {
        List<FileChange> changes = inside(
                client,
                session -> session.files()
                        .write("/tmp/w/old.txt", "1")
                        .thenMany(session.files()
                                .watchWhile(
                                        "/tmp/w",
                                        session.tools()
                                                .call("write_file", Map.of("path", "/tmp/w/new.txt", "content", "x"))
                                                .then(session.tools()
                                                        .call(
                                                                "write_file",
                                                                Map.of("path", "/tmp/w/old.txt", "content", "22")))))
                        .collectList());

        assertThat(changes.stream().distinct())
                .containsExactlyInAnyOrder(
                        change(Kind.CREATED, "/tmp/w/new.txt"),
                        change(Kind.MODIFIED, "/tmp/w/new.txt"),
                        change(Kind.MODIFIED, "/tmp/w/old.txt"));
    }

    @Test
    void manyFilesAndDeletionsArrive(AgentBayClient client) {
        List<FileChange> changes = inside(client, session -> {
            var files = session.files();
            Mono<Void> work = Flux.range(0, 50)
                    .flatMap(i -> files.write("/tmp/many/" + i, Content.of("c" + i)), 8)
                    .then(files.delete("/tmp/many/7"));
            return files.createDirectory("/tmp/many")
                    .thenMany(files.watchWhile("/tmp/many", work))
                    .collectList();
        });

        assertThat(changes.stream().map(FileChange::path).distinct().filter(path -> path.matches("/tmp/many/\\d+")))
                .hasSizeGreaterThanOrEqualTo(49);
    }

    @Test
    void whatACommandChangedArrives(AgentBayClient client) {
        String refusal = inside(
                client,
                session -> session.commands()
                        .run("true")
                        .thenReturn("")
                        .onErrorResume(refused -> Mono.just(String.valueOf(refused.getMessage()))));
        assumeTrue(refusal.isEmpty(), refusal);

        List<FileChange> changes = inside(
                client,
                session -> session.files()
                        .write("/tmp/c/gone.txt", "1")
                        .thenMany(session.files()
                                .watchWhile(
                                        "/tmp/c",
                                        session.commands()
                                                .run("cd /tmp/c && echo a > made.txt && rm gone.txt && mkdir sub")))
                        .collectList());

        assertThat(changes)
                .contains(
                        change(Kind.CREATED, "/tmp/c/made.txt"),
                        change(Kind.DELETED, "/tmp/c/gone.txt"),
                        new FileChange("/tmp/c/sub", Kind.CREATED, FileEntry.Type.DIRECTORY));
    }

    @Test
    void twoWatchesSeeTheSameChanges(AgentBayClient client) {
        List<Long> seen = inside(client, session -> {
            var files = session.files();
            Sinks.Empty<Void> bothWatch = Sinks.empty();
            Sinks.Empty<Void> written = Sinks.empty();
            Mono<Void> write = bothWatch
                    .asMono()
                    .then(files.write("/tmp/two/a.txt", "a"))
                    .doOnSuccess(done -> written.tryEmitEmpty());
            Mono<Void> other = Mono.<Void>fromRunnable(bothWatch::tryEmitEmpty).then(written.asMono());
            Mono<Long> one = files.watchWhile("/tmp/two", write)
                    .filter(change -> change.path().equals("/tmp/two/a.txt"))
                    .count();
            Mono<Long> two = files.watchWhile("/tmp/two", other)
                    .filter(change -> change.path().equals("/tmp/two/a.txt"))
                    .count();
            return files.createDirectory("/tmp/two").then(Mono.zip(one, two, List::of));
        });

        assertThat(seen).allMatch(count -> count >= 2);
    }

    @Test
    void closingEndsAWatch(AgentBayClient client, AgentBayLocal local) {
        Session session = client.sessions().create(SessionRequest.ephemeral()).block(LIMIT);
        var watch = session.files().watch("/tmp").then().toFuture();
        await().until(() -> local.requests().stream()
                .anyMatch(request -> "get_file_change".equals(request.fields().get("Name"))));
        session.close().block(LIMIT);

        assertThat(watch).succeedsWithin(LIMIT);
    }

    @Test
    void aSessionPausesAndRunsAgain(AgentBayClient client) {
        var states = inside(client, session -> {
            var control = session.control();
            Mono<SessionState> state = control.info().map(info -> info.state());
            var paused = SessionQuery.all().state(SessionState.PAUSED);
            Mono<List<SessionSummary>> listed = client.sessions().list(paused).collectList();
            return control.pause()
                    .then(Mono.zip(state, listed))
                    .delayUntil(both -> control.pause())
                    .delayUntil(both -> control.resume())
                    .flatMap(both -> state.map(running -> Tuples.of(both, running)));
        });

        assertThat(states.getT1().getT1()).isEqualTo(SessionState.PAUSED);
        assertThat(states.getT1().getT2()).extracting(SessionSummary::state).containsExactly(SessionState.PAUSED);
        assertThat(states.getT2()).isEqualTo(SessionState.RUNNING);
    }

    @Test
    void theMachineTellsWhatItUses(AgentBayClient client) {
        var metrics = inside(client, session -> session.control().metrics());

        assertThat(metrics.cpus()).isPositive();
        assertThat(metrics.cpuPercent()).isBetween(0.0, 100.0);
        assertThat(metrics.memoryTotal()).isGreaterThan(metrics.memoryUsed()).isPositive();
        assertThat(metrics.diskTotal())
                .isGreaterThanOrEqualTo(metrics.diskUsed())
                .isPositive();
    }

    @Test
    void aPortHasAnAddressThatDoesNotPrint(AgentBayClient client) {
        var link = inside(client, session -> session.control().link(30_100));

        assertThat(link.port()).isEqualTo(30_100);
        assertThat(link.uri().getPath()).isNotEmpty();
        assertThat(link.toString()).doesNotContain(link.uri().getPath());
    }
}
