package io.agentbay.reactive.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentbay.reactive.common.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A copy to a disk that fills up on the way; the disk is a small one in memory, of a process of its own. A mutation
 * tried, which makes this fail: {@code FileWrite.discard} that leaves the temporary file.
 */
class FullDiskTests extends ContextCase {

    private static final int ROOM = FullDiskProgram.FILES * FullDiskProgram.SIZE * 3 / 2;

    @Test
    void filesThatFindNoRoomAreNamedLeaveNothingAndComeLater() throws Exception {
        var disk = Files.createDirectories(directory.resolve("disk"));
        assumeTrue(run(disk, List.of("true")).isEmpty(), "There is no bubblewrap to make a small disk with.");
        fill();

        var lines = run(
                        disk,
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                FullDiskProgram.class.getName(),
                                local.endpoint().toString(),
                                local.apiKey(),
                                disk.toString()))
                .lines()
                .toList();

        var failed = lines.stream().filter(line -> line.startsWith("failed ")).toList();
        var left = lines.stream().filter(line -> line.startsWith("left ")).toList();
        assertThat(failed)
                .as("%s", lines)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).containsPattern("failed f\\d: Could not write \\S+: No space left on device"));
        assertThat(left)
                .as("whole files, and nothing temporary")
                .allSatisfy(line -> assertThat(line).matches("left f\\d: " + FullDiskProgram.SIZE));
        assertThat(failed.size() + left.size()).isEqualTo(FullDiskProgram.FILES);
        assertThat(lines).contains("then " + failed.size() + " moved, " + left.size() + " unchanged");
    }

    private void fill() {
        var client = local.client();
        var large = get(client.contexts().getOrCreate(FullDiskProgram.CONTEXT));
        for (int n = 0; n < FullDiskProgram.FILES; n++) {
            get(client.contexts()
                    .files(large)
                    .write(FullDiskProgram.ROOT + "/f" + n, Content.of(bytes(FullDiskProgram.SIZE))));
        }
    }

    /** What a command prints that sees a small disk at that path; empty also for a command that printed nothing. */
    private String run(Path disk, List<String> command) throws InterruptedException {
        var all = new java.util.ArrayList<>(
                List.of("bwrap", "--dev-bind", "/", "/", "--size", String.valueOf(ROOM), "--tmpfs", disk.toString()));
        all.addAll(command);
        try {
            var output = Files.createTempFile(directory, "output", ".txt");
            var process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return Files.readString(output);
        } catch (IOException missing) {
            return "missing: " + missing.getMessage();
        }
    }
}
