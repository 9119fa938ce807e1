package io.agentbay.reactive.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.error.LocalFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class LocalFilesTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());
    private final LocalFiles files = runtime.localFiles();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        runtime.close().block(LONG);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var bytes = new byte[1_000_003];
        new Random(1).nextBytes(bytes);
        var target = directory.resolve("a/b/c d.bin");
        var written = files.write(target, Content.of(bytes).bytes()).block(LONG);
        assertThat(written).isEqualTo(bytes.length);
        assertThat(Files.readAllBytes(target)).isEqualTo(bytes);
        var sum = files.read(target)
                .reduce(0L, (total, piece) -> total + piece.remaining())
                .block(LONG);
        assertThat(sum).isEqualTo(bytes.length);
    }

    @Test
    void readingIsOnDemandInSmallPieces() throws IOException {
        var file = Files.write(directory.resolve("f"), new byte[200_000]);
        StepVerifier.create(files.read(file), 1)
                .assertNext(piece -> assertThat(piece.remaining()).isEqualTo(64 * 1024))
                .thenRequest(2)
                .expectNextCount(2)
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        var target = Files.writeString(directory.resolve("f"), "old");
        var broken =
                Flux.just(ByteBuffer.wrap(new byte[10])).concatWith(Flux.error(new IllegalStateException("broken")));
        StepVerifier.create(files.write(target, broken)).verifyErrorMessage("broken");
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("f");
    }

    @Test
    void aCancelledWriteLeavesNothing() {
        TestPublisher<ByteBuffer> source = TestPublisher.create();
        StepVerifier.create(files.write(directory.resolve("f"), source.flux()))
                .then(() -> source.next(ByteBuffer.wrap(new byte[10])))
                .then(() -> await().until(() -> names().size() == 1))
                .thenCancel()
                .verify(LONG);
        await().until(() -> names().isEmpty());
        source.assertCancelled();
    }

    @Test
    void manyFilesAreDurableTogether() throws IOException {
        var writes = files.writes();
        var all = Flux.range(0, 100)
                .flatMap(n -> writes.write(
                        directory.resolve("d" + n % 3 + "/e/f" + n),
                        Content.of(new byte[n]).bytes()))
                .reduce(0L, Long::sum)
                .flatMap(size -> writes.flush().thenReturn(size))
                .block(LONG);
        assertThat(all).isEqualTo(4950);
        assertThat(directory.resolve("d1/e/f1")).hasBinaryContent(new byte[1]);
        assertThat(directory.resolve("d0/e/f0")).isEmptyFile();
        writes.flush().block(LONG);
        StepVerifier.create(writes.write(directory.resolve("d0/e/f0/g"), Flux.empty()))
                .verifyError(LocalFileException.class);
    }

    @Test
    void whatCannotBeReadIsNamed() {
        var missing = directory.resolve("missing");
        StepVerifier.create(files.read(missing))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(LocalFileException.class)
                        .hasMessageContaining(missing + ": no such file or directory"));
        StepVerifier.create(files.walk(missing)).verifyError(LocalFileException.class);
        StepVerifier.create(files.stat(missing)).verifyComplete();
        StepVerifier.create(files.open(Content.of(missing))).verifyError(LocalFileException.class);
    }

    @Test
    void aWalkIsSortedAndFollowsNoLinks() throws IOException {
        Files.createDirectories(directory.resolve("b/empty"));
        Files.writeString(directory.resolve("b/z.txt"), "z");
        Files.writeString(directory.resolve("a.txt"), "a");
        Files.createSymbolicLink(directory.resolve("c"), directory);
        var seen = files.walk(directory).map(entry -> entry.type() + " " + entry.relative());
        StepVerifier.create(seen)
                .expectNext("FILE a.txt", "DIRECTORY b", "DIRECTORY b/empty", "FILE b/z.txt", "SYMBOLIC_LINK c")
                .verifyComplete();
    }

    @Test
    void contentOfAFileIsLookedAtWhenOpened() throws IOException {
        var file = directory.resolve("f");
        var content = Content.of(file);
        assertThat(content.length()).isNull();
        StepVerifier.create(content.bytes()).verifyError(UnsupportedOperationException.class);
        Files.writeString(file, "later");
        var opened = files.open(content).block(LONG);
        assertThat(opened).isNotNull();
        assertThat(opened.length()).isEqualTo(5);
        for (int time = 1; time <= 2; time++) {
            StepVerifier.create(opened.bytes().map(piece -> piece.remaining()))
                    .expectNext(5)
                    .verifyComplete();
        }
    }

    private List<String> names() {
        try (var list = Files.list(directory)) {
            return list.map(path -> path.getFileName().toString()).toList();
        } catch (IOException error) {
            throw new java.io.UncheckedIOException(error);
        }
    }
}
