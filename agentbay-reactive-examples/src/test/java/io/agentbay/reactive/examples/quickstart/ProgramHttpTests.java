package io.agentbay.reactive.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.session.SessionQuery;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program as a process of its own: other services, other keys, and kills. */
@Execution(ExecutionMode.CONCURRENT)
class ProgramHttpTests {

    private static final int KILLS = 5;
    private static final int LONGEST_MILLIS = 6_000;

    @TempDir
    Path temp;

    private Path source;

    @BeforeEach
    void files() throws IOException {
        source = Files.createDirectory(temp.resolve("source"));
        var random = new Random(7);
        for (int n = 0; n < 60; n++) {
            var content = new byte[n * 1_000];
            random.nextBytes(content);
            Files.write(source.resolve("file-" + n), content);
        }
    }

    @Test
    void killedAtAnyMomentItFinishesTheNextTime() throws Exception {
        var random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            try (var program = embedded()) {
                program.killAfter(random.nextInt(LONGEST_MILLIS));
            }
        }
        try (var program = embedded()) {
            assertThat(program.exitCode()).as(program.output()).isZero();
            assertThat(program.output()).contains("Every byte matched").contains("60 files");
        }
    }

    @Test
    void atAnotherServiceItDoesTheSameAndLeavesNoSession() throws Exception {
        try (var local = AgentBayLocal.start(temp.resolve("service"));
                var program = at(local.endpoint().toString(), local.apiKey())) {
            assertThat(program.exitCode()).as(program.output()).isZero();
            assertThat(program.output()).contains("Every byte matched");
            assertThat(local.client()
                            .sessions()
                            .list(SessionQuery.all())
                            .collectList()
                            .block())
                    .isEmpty();
        }
    }

    @Test
    void aWrongKeyIsOneClearLineAndNoSession() throws Exception {
        try (var local = AgentBayLocal.start(temp.resolve("service"));
                var program = at(local.endpoint().toString(), "akm-wrong")) {
            assertThat(program.exitCode()).isOne();
            assertThat(trouble(program)).contains("refused the API key").contains("AGENTBAY_API_KEY");
            assertThat(program.output()).doesNotContain("akm-wrong");
            assertThat(local.requests()).noneMatch(request -> request.action().equals("CreateMcpSession"));
        }
    }

    @Test
    void noKeyIsOneClearLine() throws Exception {
        try (var program = Program.start(out(), Map.of(), "--remote", source.toString())) {
            assertThat(program.exitCode()).isOne();
            assertThat(trouble(program)).contains("AGENTBAY_API_KEY");
        }
    }

    @Test
    void aDeadEndpointIsOneClearLine() throws Exception {
        try (var bound = new Socket()) {
            bound.bind(new InetSocketAddress("127.0.0.1", 0)); // nobody else gets the port, and nobody listens
            var endpoint = "http://127.0.0.1:" + bound.getLocalPort();
            try (var program = at(endpoint, "akm-any")) {
                assertThat(program.exitCode()).isOne();
                assertThat(trouble(program)).contains("No answer from " + endpoint);
            }
        }
    }

    private Program embedded() throws IOException {
        return Program.start(out(), Map.of(), "--data", temp.resolve("data").toString(), source.toString());
    }

    private Program at(String endpoint, String key) throws IOException {
        return Program.start(out(), Map.of("AGENTBAY_API_KEY", key), "--endpoint", endpoint, source.toString());
    }

    private Path out() {
        return temp.resolve("output");
    }

    private static String trouble(Program program) throws IOException {
        var lines = program.output()
                .lines()
                .filter(line -> line.startsWith("quick-start: "))
                .toList();
        assertThat(lines).as(program.output()).hasSize(1);
        return lines.get(0);
    }
}
