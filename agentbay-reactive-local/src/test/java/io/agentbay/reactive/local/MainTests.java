package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "'', Missing required option: '--data=DIR'",
        "--data x --port 99999, a port is 0 to 65535",
        "--data x --port many, --port",
        "--data x --nonsense, --nonsense",
        "--data x --connections some, --connections",
        "--data x --reachable-as 192.0.2.1, API key"
    })
    void badArgumentsAreOneLineAndExitCodeTwo(String arguments, String reason) {
        var err = new StringWriter();
        int code = Main.run(
                arguments.isEmpty() ? new String[0] : arguments.split(" "),
                new PrintWriter(err),
                new PrintWriter(err, true));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("agentbay-local: ")
                .contains(reason)
                .hasLineCount(1);
    }

    @Test
    void aPlaceThatCannotHoldDataIsOneLineAndExitCodeOne() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "x");
        var err = new StringWriter();
        int code = Main.run(new String[] {"--data", file.toString()}, new PrintWriter(err), new PrintWriter(err, true));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains(file.toString()).hasLineCount(1);
    }

    @Test
    void itSaysWhereItListensAndEndsCleanlyOnASignal() throws Exception {
        Process process = start("--data", directory.resolve("data").toString(), "--key", "akm-of-mine", "--https");
        try (BufferedReader out = process.inputReader()) {
            var lines =
                    out.lines().takeWhile(line -> !line.startsWith("Ctrl-C")).toList();
            assertThat(lines)
                    .anyMatch(line -> line.contains("https://127.0.0.1:"))
                    .anyMatch(line -> line.contains("akm-of-mine"))
                    .anyMatch(line -> line.contains("trustStore="));
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("stderr.txt").toFile())
                .start();
    }
}
