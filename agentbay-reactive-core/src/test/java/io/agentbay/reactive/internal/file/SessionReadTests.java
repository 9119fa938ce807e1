package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileEntry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SessionReadTests {

    @TempDir
    Path directory;

    Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void charactersOfOneToFourBytesSurviveEveryBorder(int shift) throws Exception {
        var text = "a".repeat(shift) + "a\u00fc\u20ac\ud83d\ude00".repeat(20_000);
        Files.writeString(bench.path("text"), text);

        StepVerifier.create(bench.files.readText(bench.home + "/text"))
                .expectNext(text)
                .verifyComplete();
    }

    @Test
    void anEmptyFileIsEmptyText() throws Exception {
        Files.createFile(bench.path("empty"));

        StepVerifier.create(bench.files.readText(bench.home + "/empty"))
                .expectNext("")
                .verifyComplete();
        StepVerifier.create(bench.files.read(bench.home + "/empty")).verifyComplete();
    }

    @Test
    void bytesThatAreNoTextAreAnError() throws Exception {
        Files.write(bench.path("bin"), new byte[] {(byte) 0xff});

        StepVerifier.create(bench.files.readText(bench.home + "/bin"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("not UTF-8"));
    }

    @Test
    void tooLargeATextIsRefusedAfterItsFirstRange() throws Exception {
        try (var file = new RandomAccessFile(bench.path("big").toFile(), "rw")) {
            file.setLength((8 << 20) + 1);
        }

        StepVerifier.create(bench.files.readText(bench.home + "/big")).verifyError(InvalidRequestException.class);

        assertThat(bench.sandbox.tools()).containsExactly("read_file", "get_file_info");
    }

    @Test
    void aSmallFileIsOneCallOnceTheServiceGaveALongerAnswer() throws Exception {
        Files.writeString(bench.path("long"), "0123456789");
        Files.writeString(bench.path("short"), "012345678");
        Files.createFile(bench.path("empty"));

        for (String name : List.of("long", "short", "empty", "long")) {
            StepVerifier.create(bench.files.readText(bench.home + "/" + name))
                    .expectNextCount(1)
                    .verifyComplete();
        }

        assertThat(bench.sandbox.tools())
                .containsExactly("read_file", "get_file_info", "read_file", "read_file", "read_file", "get_file_info");
    }

    @Test
    void aCutAnswerIsAnError() throws Exception {
        Files.writeString(bench.path("a"), "0123456789");
        bench.sandbox.fault = (call, when) -> {
            if (call.tool().equals("get_file_info")) {
                grow(bench.path("a"));
            }
            return null;
        };

        StepVerifier.create(bench.files.readText(bench.home + "/a")).verifyError(UnexpectedResponseException.class);
    }

    @Test
    void aDirectoryIsNotRead() {
        StepVerifier.create(bench.files.read(bench.home))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("directory"));
    }

    @Test
    void aMissingFileIsNotFound() {
        StepVerifier.create(bench.files.read(bench.home + "/none")).verifyErrorSatisfies(error -> {
            assertThat(((NotFoundException) error).kind()).isEqualTo(NotFoundException.Kind.FILE);
            assertThat(((NotFoundException) error).name()).isEqualTo(bench.home + "/none");
        });
        StepVerifier.create(bench.files.find(bench.home + "/none")).verifyComplete();
        StepVerifier.create(bench.files.delete(bench.home + "/none")).verifyComplete();
    }

    @Test
    void aSlowReaderIsFewRangesBehind() throws Exception {
        Files.write(bench.path("large"), new byte[Limits.RANGE_BYTES * 40]);

        StepVerifier.create(bench.files.read(bench.home + "/large"), 0)
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> await().during(Duration.ofMillis(100))
                        .until(() -> bench.sandbox.count("read_file") <= Limits.RANGES_AHEAD + 1))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(39)
                .verifyComplete();
    }

    @Test
    void aCancelStopsReading() throws Exception {
        Files.write(bench.path("large"), new byte[Limits.RANGE_BYTES * 40]);

        StepVerifier.create(bench.files.read(bench.home + "/large").take(2))
                .expectNextCount(2)
                .verifyComplete();

        assertThat(bench.sandbox.count("read_file")).isLessThan(12);
    }

    @Test
    void anErrorMidwayEndsTheStreamWithoutWhatComesAfter() throws Exception {
        Files.write(bench.path("large"), new byte[Limits.RANGE_BYTES * 10]);
        bench.sandbox.fault = (call, when) ->
                Long.valueOf(5L * Limits.RANGE_BYTES).equals(call.arguments().get("offset"))
                        ? DiskSandbox.failed("read_file", "input/output error")
                        : null;

        var seen = new java.util.concurrent.atomic.AtomicInteger();
        StepVerifier.create(bench.files.read(bench.home + "/large").doOnNext(any -> seen.incrementAndGet()))
                .thenConsumeWhile(any -> true)
                .verifyError(ToolFailedException.class);
        assertThat(seen.get()).isLessThanOrEqualTo(5);
    }

    @Test
    void aFileThatShrinksMeanwhileIsAnError() throws Exception {
        Files.write(bench.path("large"), new byte[Limits.RANGE_BYTES * 10]);
        bench.sandbox.fault = (call, when) -> {
            if (Long.valueOf(Limits.RANGE_BYTES).equals(call.arguments().get("offset"))
                    && when == DiskSandbox.When.BEFORE) {
                shrink(bench.path("large"));
            }
            return null;
        };

        StepVerifier.create(bench.files.read(bench.home + "/large"))
                .thenConsumeWhile(any -> true)
                .verifyError(UnexpectedResponseException.class);
    }

    @Test
    void manyTextsComeInTheOrderAsked() throws Exception {
        for (int number = 0; number < 30; number++) {
            Files.writeString(bench.path("f" + number), "text " + number);
        }
        var paths = java.util.stream.IntStream.range(0, 30)
                .mapToObj(number -> bench.home + "/f" + (29 - number))
                .toList();

        StepVerifier.create(bench.files.readMany(paths).map(Map.Entry::getKey).collectList())
                .expectNext(paths)
                .verifyComplete();
    }

    @Test
    void walkGoesLevelByLevelInAStableOrder() throws Exception {
        for (String name : List.of("b/x", "a/y", "a/c/z", "top")) {
            Files.createDirectories(bench.path(name).getParent());
            Files.writeString(bench.path(name), "");
        }

        StepVerifier.create(bench.files
                        .walk(bench.home, Selector.all())
                        .map(FileEntry::path)
                        .map(path -> path.substring(bench.home.length()))
                        .collectList())
                .expectNext(List.of("/a", "/b", "/top", "/a/c", "/a/y", "/b/x", "/a/c/z"))
                .verifyComplete();
    }

    @Test
    void lookingSeesTheSameByCommandsAndByTools() throws Exception {
        for (String name : List.of("a b", "it's", "new\u00fc/\ud83d\ude00", "empty")) {
            Files.createDirectories(bench.path(name).getParent());
            Files.writeString(bench.path(name), name.equals("empty") ? "" : name);
        }
        var byCommand = look();
        bench.sandbox.hasShell = false;
        var other = new FileSystems(bench.store, bench, bench.store, bench.runtime, null, 8 << 20).of(bench.sandbox);

        assertThat(look(other)).isEqualTo(byCommand).hasSize(4);
        StepVerifier.create(other.looker().walk(bench.home + "/none")).verifyComplete();
        StepVerifier.create(bench.system.looker().walk(bench.home + "/none")).verifyComplete();
    }

    private Map<String, String> look() {
        return look(bench.system);
    }

    /** Path to size and hash. */
    private Map<String, String> look(SessionFileSystem system) {
        var sizes = system.looker().walk(bench.home).collectMap(file -> file.path(), file -> file.size());
        return sizes.flatMap(all -> Mono.zip(
                        Mono.just(all),
                        system.looker()
                                .sha256(
                                        bench.home,
                                        all.keySet().stream().sorted().toList())))
                .map(both -> {
                    var joined = new java.util.TreeMap<String, String>();
                    both.getT1()
                            .forEach((path, size) ->
                                    joined.put(path, size + " " + both.getT2().get(path)));
                    return (Map<String, String>) joined;
                })
                .block(Duration.ofMinutes(1));
    }

    @Test
    void aHashIsOfTheBytes() throws Exception {
        Files.writeString(bench.path("abc"), "abc", StandardCharsets.US_ASCII);

        StepVerifier.create(bench.system.looker().sha256(bench.home, List.of("abc", "vanished")))
                .expectNext(Map.of("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
                .verifyComplete();
    }

    private static void grow(Path path) {
        try {
            Files.write(path, new byte[100]);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static void shrink(Path path) {
        try {
            Files.write(path, new byte[10]);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
