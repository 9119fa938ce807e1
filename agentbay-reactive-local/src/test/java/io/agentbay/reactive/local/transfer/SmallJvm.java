package io.agentbay.reactive.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in JVMs of their own, with heaps that are a fraction of the file; direct memory has the same bound. */
public record SmallJvm(Path logs) {

    private static final long MINUTES = 20;

    /** What {@link GiantFileProgram} printed with a heap of 64 MiB; it must have ended well. */
    String client(String... arguments) throws IOException, InterruptedException {
        return run("-Xmx64m", GiantFileProgram.class, arguments);
    }

    /** What a program printed with such a heap; it must have ended well. */
    public String run(String heap, Class<?> program, String... arguments) throws IOException, InterruptedException {
        var file = Files.createTempFile(logs, "client", ".txt");
        var process = start(file, heap, program, arguments);
        try {
            var ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            var output = Files.readString(file, StandardCharsets.UTF_8);
            assertThat(ended).as(output).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    /** A service with a heap of 128 MiB, which may not listen yet; its first lines, to {@code output}, say where. */
    Process service(Path data, Path output, String key) throws IOException {
        return start(output, "-Xmx128m", Main.class, "--data", data.toString(), "--key", key);
    }

    private static Process start(Path output, String heap, Class<?> program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
