package io.agentbay.reactive.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.Command;
import io.agentbay.reactive.local.core.CommandEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command in the sandbox can do. */
class SandboxTests {

    @TempDir
    private Path data;

    private SandboxedSession session;

    @BeforeEach
    void start() throws IOException {
        session = SandboxedSession.confined(data, SandboxLimits.defaults());
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void aCommandSeesTheSessionsFilesAtTheirPaths() throws IOException {
        Files.createDirectories(session.root.resolve("mnt/data"));
        Files.writeString(session.root.resolve("mnt/data/in.txt"), "in");

        CommandEnd end =
                session.shell("cat /mnt/data/in.txt; printf out > /mnt/data/out.txt; pwd; echo bad >&2; exit 3");

        assertThat(end.exitCode()).isEqualTo(3);
        assertThat(end.stdout()).isEqualTo("in/home/wuying\n");
        assertThat(end.stderr()).isEqualTo("bad\n");
        assertThat(session.root.resolve("mnt/data/out.txt")).hasContent("out");
    }

    @Test
    void directoryVariablesAndUnicodeArriveAsGiven() {
        CommandEnd end = session.run(
                        Command.Language.SHELL,
                        "printf '%s|' \"$PWD\" \"$GREETING\" 'é😀'",
                        "/tmp",
                        Map.of("GREETING", "it's $HOME \"ü\""),
                        SandboxedSession.LONG)
                .join();

        assertThat(end.stdout()).isEqualTo("/tmp|it's $HOME \"ü\"|é😀|");
    }

    @Test
    void aVariableNameThatIsNoneIsRefused() {
        assertThatThrownBy(() -> session.run(
                                Command.Language.SHELL, "true", "/tmp", Map.of("A;id", "1"), SandboxedSession.LONG)
                        .join())
                .hasMessageContaining("A;id");
    }

    @Test
    void aMissingDirectoryIsTheCommandsFailure() {
        CommandEnd end = session.run(Command.Language.SHELL, "true", "/no", Map.of(), SandboxedSession.LONG)
                .join();

        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.stderr()).contains("/no");
    }

    @Test
    void aCommandLongerThanAnArgumentMayBeRuns() {
        assertThat(session.shell("printf %s '" + "x".repeat(300_000) + "' | wc -c")
                        .stdout()
                        .strip())
                .isEqualTo("300000");
    }

    @Test
    void pythonTellsItsValueItsOutputAndItsFailure() {
        CommandEnd value = session.code(Command.Language.PYTHON, "import sys\nprint('hi')\nx = 41\nx + 1");
        CommandEnd failure = session.code(Command.Language.PYTHON, "print('before')\n1 / 0");

        assertThat(value.stdout()).isEqualTo("hi\n");
        assertThat(value.report()).containsExactly("{\"text/plain\": \"42\", \"isMainResult\": true}");
        assertThat(failure.exitCode()).isEqualTo(1);
        assertThat(failure.stdout()).isEqualTo("before\n");
        assertThat(failure.stderr())
                .contains("File \"<code>\", line 2", "ZeroDivisionError")
                .doesNotContain("harness");
        assertThat(failure.report()).containsExactly("{\"error\": \"ZeroDivisionError: division by zero\"}");
    }

    @Test
    void javaScriptTellsItsValueItsOutputAndItsFailure() {
        CommandEnd value =
                session.code(Command.Language.JAVASCRIPT, "const os = require('os'); console.log('hi'); ({a: 1})");
        CommandEnd awaited = session.code(Command.Language.JAVASCRIPT, "console.log(await Promise.resolve('late'))");
        CommandEnd failure = session.code(Command.Language.JAVASCRIPT, "null.x");

        assertThat(value.stdout()).isEqualTo("hi\n");
        assertThat(value.report()).containsExactly("{\"text/plain\":\"{ a: 1 }\",\"isMainResult\":true}");
        assertThat(awaited.stdout()).isEqualTo("late\n");
        assertThat(failure.exitCode()).isEqualTo(1);
        assertThat(failure.report()).singleElement().asString().contains("TypeError");
    }

    @Test
    void aLanguageWithoutInterpreterIsRefusedByName() {
        org.assertj.core.api.Assumptions.assumeThat(Programs.find("Rscript", Programs.PATH))
                .as("R is installed here")
                .isEmpty();

        assertThatThrownBy(() -> session.code(Command.Language.R, "1"))
                .hasMessageContaining("no R here")
                .hasMessageContaining("Rscript");
    }

    @Test
    void nothingOfACommandIsLeftBesideTheSessionsFiles() throws IOException {
        session.shell("touch /.agentbay/mess && mkdir -p /.agentbay/a/b");

        try (var left = Files.list(data.resolve("sessions/s-1/run"))) {
            assertThat(left).isEmpty();
        }
    }
}
