package io.agentbay.reactive.local.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Explanation;
import io.agentbay.reactive.sync.UploadRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The guide's selection by file type, and selections by exact paths, as they come out in the next session. */
class SelectiveSyncHttpTests {

    private static final String ROOT = "/mnt/data";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> FILES = List.of(
            "data.json",
            "notes.txt",
            "run.log",
            "scratch.tmp",
            "deep/er/data.json",
            "deep/er/run.log",
            "src/a.json",
            "src/tmp/b.txt",
            "doc/c.txt",
            "old.tmp/kept.txt",
            "old.tmp/left.json");

    @TempDir
    Path directory;

    private AgentBayLocal local;
    private AgentBayClient client;
    private AgentBayContext context;

    @BeforeEach
    void start() {
        local = AgentBayLocal.start(directory);
        client = local.client();
        context = client.contexts().getOrCreate("selective").block(LIMIT);
    }

    @AfterEach
    void stop() {
        client.close();
        local.close();
    }

    @Test
    void theGuidesFileTypes() {
        var selector = Selector.matching("*.json").except("*.tmp", "*.log").or(Selector.matching("*.txt"));
        assertThat(savedBy(selector))
                .containsExactlyInAnyOrder(
                        "data.json",
                        "notes.txt",
                        "deep/er/data.json",
                        "src/a.json",
                        "src/tmp/b.txt",
                        "doc/c.txt",
                        "old.tmp/kept.txt");
    }

    @Test
    void oneListOfExceptionsForAll() {
        assertThat(savedBy(Selector.matching("*.json", "*.txt").except("*.tmp", "*.log", "src")))
                .containsExactlyInAnyOrder("data.json", "notes.txt", "deep/er/data.json", "doc/c.txt");
    }

    @Test
    void patternsAcrossDirectories() {
        assertThat(savedBy(Selector.matching("src/**/*.txt", "**/er", "**/doc", "src/**/*.json")))
                .containsExactlyInAnyOrder(
                        "src/tmp/b.txt", "src/a.json", "deep/er/data.json", "deep/er/run.log", "doc/c.txt");
    }

    @Test
    void exactPathsWithAnException() {
        assertThat(savedBy(Selector.under("src", "doc").except("src/tmp")))
                .containsExactlyInAnyOrder("src/a.json", "doc/c.txt");
    }

    /** What the service kept is what the policy explained, and what an upload by call verifies. */
    private List<String> savedBy(Selector selector) {
        var mount = Mount.of(context, ROOT, SyncPolicy.onDemand().only(selector));
        inSession(
                mount,
                session -> Flux.fromIterable(FILES)
                        .concatMap(file -> session.files().write(mount.resolve(file), "content of " + file))
                        .then(session.sync().upload(UploadRequest.all().verified())));
        var saved = inSession(Mount.of(context, ROOT), session -> listed(session));
        var explained = mount.policy().explain(FILES).stream()
                .filter(Explanation::synced)
                .map(Explanation::path)
                .toList();
        assertThat(saved).containsExactlyInAnyOrderElementsOf(explained);
        return saved;
    }

    private static Mono<List<String>> listed(Session session) {
        return session.files()
                .walk(ROOT, Selector.all())
                .filter(FileEntry::isFile)
                .map(file -> file.path().substring(ROOT.length() + 1))
                .collectList();
    }

    private <T> T inSession(Mount mount, Function<Session, Mono<T>> work) {
        return client.sessions().use(SessionRequest.mounting(mount), work).block(LIMIT);
    }
}
