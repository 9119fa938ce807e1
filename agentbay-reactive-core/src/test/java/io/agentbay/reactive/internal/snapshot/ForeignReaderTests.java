package io.agentbay.reactive.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader in Python that was written from the format's document alone reads what this client wrote. */
class ForeignReaderTests {

    private static final Path READER = Path.of("..", "docs", "snapshot-reader.py");

    @TempDir
    Path directory;

    private Path store;

    @BeforeEach
    void copy() throws IOException, URISyntaxException {
        assumeTrue(
                run("python3", "-c", "import hashlib, json, zlib") == 0, "python3 with its standard library is needed");
        var sample = Path.of(Objects.requireNonNull(getClass().getResource("/snapshot-store-1"))
                .toURI());
        store = directory.resolve("store");
        try (var paths = Files.walk(sample)) {
            for (var path : paths.toList()) {
                Files.copy(path, store.resolve(sample.relativize(path).toString()));
            }
        }
    }

    private int run(String... command) throws IOException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output().toFile())
                    .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        } catch (IOException notThere) {
            return -1;
        }
    }

    private Path output() {
        return directory.resolve("output");
    }

    private int read(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("python3", READER.toString(), store.toString()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    @Test
    void itRestoresEveryFileToTheByte() throws IOException {
        assertThat(read("second", directory.resolve("restored").toString()))
                .as(said())
                .isZero();

        assertThat(files(directory.resolve("restored/mnt/data")))
                .isEqualTo(Map.of(
                        "counting", hash(SampleStoreTests.counting()),
                        "empty", hash(new byte[0]),
                        "gr\u00fc\u00dfe \ud83d\ude00.txt", hash("hello\n".getBytes(StandardCharsets.UTF_8)),
                        "hello.txt", hash("hello again\n".getBytes(StandardCharsets.UTF_8)),
                        "zeros", hash(new byte[(4 << 20) + 1])));
    }

    @Test
    void itListsTheSnapshotsNewestFirst() throws IOException {
        assertThat(read()).as(said()).isZero();
        assertThat(said().lines().map(line -> line.substring(line.lastIndexOf(' ') + 1)))
                .containsExactly("second", "first");
    }

    @Test
    void itNoticesAWrongByteAnywhere() throws IOException {
        assertThat(read()).as(said()).isZero();
        List<Path> touched;
        try (var paths = Files.walk(store)) {
            touched = paths.filter(Files::isRegularFile).toList();
        }
        assertThat(touched).hasSize(8);
        for (var path : touched) {
            var bytes = Files.readAllBytes(path);
            flip(path, bytes);
            var code = read(
                            "first",
                            directory.resolve("of " + path.getFileName()).toString())
                    + read(
                            "second",
                            directory.resolve("too of " + path.getFileName()).toString());
            assertThat(code).as(path.toString()).isPositive();
            Files.write(path, bytes);
        }
    }

    private static void flip(Path path, byte[] bytes) throws IOException {
        var other = bytes.clone();
        other[other.length / 2] ^= 1;
        Files.write(path, other);
    }

    private String said() throws IOException {
        return Files.readString(output());
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString(), hash(bytes(path))));
        }
        return files;
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static String hash(byte[] bytes) {
        return io.agentbay.reactive.internal.snapshot.format.Hashes.of(bytes);
    }
}
