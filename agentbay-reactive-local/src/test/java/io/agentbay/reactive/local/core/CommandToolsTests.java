package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CommandToolsTests {

    private final FakeRunner runner = new FakeRunner();
    private final LocalWorld world = LocalWorld.running(runner);
    private final String session = world.session();

    @Test
    void aCommandIsRunAsAskedAndItsEndIsTheResult() {
        runner.end =
                CompletableFuture.completedFuture(new CommandEnd(3, "out", "err", List.of(), Duration.ofMillis(5)));

        String text = world.tool(
                session, "shell", "command", "ls", "timeout_ms", 1200, "cwd", "/tmp", "envs", Map.of("A", "b"));

        assertThat(text).isEqualTo("{\"stdout\":\"out\",\"stderr\":\"err\",\"exit_code\":3,\"traceId\":\"\"}");
        assertThat(runner.commands)
                .containsExactly(new Command(
                        session,
                        "sessions/" + session,
                        Command.Language.SHELL,
                        "ls",
                        "/tmp",
                        Map.of("A", "b"),
                        Duration.ofMillis(1200)));
    }

    @Test
    void aCommandWithoutMoreStartsAtHomeForFiftySeconds() {
        world.tool(session, "shell", "command", "ls");

        assertThat(runner.commands.get(0).directory()).isEqualTo("/home/wuying");
        assertThat(runner.commands.get(0).timeout()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void codeIsReportedWithItsValues() {
        runner.end = CompletableFuture.completedFuture(new CommandEnd(
                0, "hi\n", "", List.of("{\"text/plain\":\"42\",\"isMainResult\":true}"), Duration.ofMillis(250)));

        String text = world.tool(session, "run_code", "code", "42", "language", "Python", "timeout_s", 7);

        assertThat(text)
                .isEqualTo("{\"result\":[\"{\\\"text/plain\\\":\\\"42\\\",\\\"isMainResult\\\":true}\"],"
                        + "\"stdout\":[\"hi\\n\"],\"stderr\":[],\"executionError\":\"\","
                        + "\"execution_time\":0.25,\"execution_count\":1}");
        assertThat(runner.commands.get(0).language()).isEqualTo(Command.Language.PYTHON);
        assertThat(runner.commands.get(0).timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void codeThatFailsSaysWhy() {
        runner.end = CompletableFuture.completedFuture(
                new CommandEnd(1, "", "trace\nlast", List.of("{\"error\":\"E: x\"}"), Duration.ZERO));
        assertThat(code()).containsEntry("executionError", "E: x");

        runner.end = CompletableFuture.completedFuture(
                new CommandEnd(124, "", "\nKilled: timed out after 7000 ms\n", List.of(), Duration.ZERO));
        assertThat(code()).containsEntry("executionError", "Killed: timed out after 7000 ms");
    }

    private Map<String, Object> code() {
        return Json.object("text", world.tool(session, "run_code", "code", "x", "language", "js"));
    }

    @Test
    void anUnknownLanguageIsNamed() {
        assertThat(world.toolError(session, "run_code", "code", "x", "language", "cobol"))
                .contains("cobol");
    }

    @Test
    void aRefusalIsTheToolsError() {
        runner.end = CompletableFuture.failedFuture(CommandRunner.noCommands("there is no bubblewrap"));

        assertThat(world.toolError(session, "shell", "command", "ls"))
                .isEqualTo("The local service runs no commands here: there is no bubblewrap");
    }

    @Test
    void aSessionAtWorkIsNotIdle() {
        CompletableFuture<CommandEnd> running = new CompletableFuture<>();
        runner.end = running;
        CompletionStage<ServiceReply> reply =
                world.begin("CallMcpTool", "SessionId", session, "Name", "shell", "Args", "{\"command\":\"sleep\"}");

        world.run(Duration.ofHours(1));
        assertThat(status()).isEqualTo("RUNNING");
        assertThat(reply).isNotDone();
        running.complete(new CommandEnd(0, "", "", List.of(), Duration.ZERO));

        assertThat(reply).isCompleted();
        world.run(Duration.ofMinutes(11));
        assertThat(status()).isEqualTo("FINISH");
    }

    private Object status() {
        return world.<Map<String, Object>>data("GetSessionDetail", "SessionId", session)
                .get("Status");
    }

    @Test
    void theEndOfASessionEndsItsCommandsBeforeItsFilesGo() {
        runner.allEnded = new CompletableFuture<>();
        world.call("DeleteSessionAsync", "SessionId", session);
        world.settle();

        assertThat(runner.ended).contains(session);
        assertThat(world.disk.stat("sessions/" + session + "/root/tmp")).isPresent();
        runner.allEnded.complete(null);

        assertThat(world.disk.stat("sessions/" + session)).isEmpty();
    }

    private static final class FakeRunner implements CommandRunner {

        private final List<Command> commands = new ArrayList<>();
        private final List<String> ended = new ArrayList<>();
        private CompletableFuture<CommandEnd> end =
                CompletableFuture.completedFuture(new CommandEnd(0, "", "", List.of(), Duration.ZERO));
        private CompletableFuture<Void> allEnded = CompletableFuture.completedFuture(null);

        @Override
        public CompletionStage<CommandEnd> run(Command command, CommandOutput output) {
            commands.add(command);
            return end;
        }

        @Override
        public CompletionStage<Void> end(String sessionId) {
            ended.add(sessionId);
            return allEnded;
        }
    }
}
