package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running service, and the worst a command of a session can leave in its files. A mutation tried, which makes these
 * tests fail: {@code SessionFiles.requireNamed} that refuses nothing.
 */
class HostileLeftoversHttpTests {

    @TempDir
    private Path directory;

    private Path data;
    private Path outside;

    @BeforeEach
    void outside() throws Exception {
        data = directory.resolve("data");
        outside = Files.createDirectories(directory.resolve("outside"));
        Files.writeString(outside.resolve("canary"), "canary");
    }

    private Path root(String session) {
        return data.resolve("sessions").resolve(session).resolve("root");
    }

    /** What {@code touch $'\xff'}, {@code mkfifo}, {@code ln -s}, {@code chmod 000} and changing directories can do. */
    private void leaveTheWorst(Path root) throws Exception {
        Path tree = Files.createDirectories(root.resolve("tmp/worst"));
        Files.writeString(Path.of(URI.create(tree.toUri() + "/%FF%FE")), "no text");
        Files.createSymbolicLink(tree.resolve("link"), outside);
        Files.createSymbolicLink(tree.resolve("loop"), Path.of("loop"));
        assertThat(new ProcessBuilder("mkfifo", tree.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        Path deepest = tree;
        for (int i = 0; i < 200; i++) {
            deepest = deepest.resolve("dddddddddddddddd");
        }
        Files.createDirectories(deepest);
        Files.move(tree, root.resolve("tmp/inner"));
        Files.createDirectories(tree);
        Files.move(root.resolve("tmp/inner"), tree.resolve("i".repeat(200)));
    }

    private static String session(AgentBayLocal local) throws Exception {
        return (String) new LocalHttp(local).data("CreateMcpSession").get("SessionId");
    }

    /** Once a single name that is no text kept the whole service from ever starting again. */
    @Test
    void theServiceStartsAgainAfterwards() throws Exception {
        String session;
        try (AgentBayLocal local = AgentBayLocal.start(data)) {
            session = session(local);
            leaveTheWorst(root(session));
        }
        try (AgentBayLocal again = AgentBayLocal.start(data)) {
            assertThat(Files.exists(data.resolve("sessions").resolve(session), LinkOption.NOFOLLOW_LINKS))
                    .isFalse();
            assertThat(session(again)).isNotEqualTo(session);
        }
        assertThat(outside.resolve("canary")).hasContent("canary");
    }

    @Test
    void theEndOfTheSessionLeavesNothing() throws Exception {
        try (AgentBayLocal local = AgentBayLocal.start(data)) {
            String session = session(local);
            leaveTheWorst(root(session));
            new LocalHttp(local).call("ReleaseMcpSession", "SessionId", session);
            await().until(() -> !Files.exists(data.resolve("sessions").resolve(session), LinkOption.NOFOLLOW_LINKS));
        }
        assertThat(outside.resolve("canary")).hasContent("canary");
    }

    /** An upload that left them out in silence would be a false success. */
    @Test
    void anUploadOfWhatCannotBeNamedFailsAndSaysWhy() throws Exception {
        try (AgentBayLocal local = AgentBayLocal.start(data)) {
            LocalHttp http = new LocalHttp(local);
            String context = http.context("project");
            String session = (String) http.data(
                            "CreateMcpSession",
                            "PersistenceDataList",
                            io.agentbay.reactive.local.core.Json.text(
                                    List.of(Map.of("ContextId", context, "Path", "/tmp/m"))))
                    .get("SessionId");
            Files.writeString(Path.of(URI.create(root(session).resolve("tmp/m").toUri() + "/%FF")), "no text");

            http.call("SyncContext", "SessionId", session, "ContextId", context, "Path", "/tmp/m", "Mode", "upload");
            await().untilAsserted(() -> assertThat(
                            (String) http.data("GetContextInfo", "SessionId", session, "TaskType", "upload")
                                    .get("ContextStatus"))
                    .contains("Failed")
                    .contains("not UTF-8"));
        }
    }
}
