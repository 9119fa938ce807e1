package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.LocalFileException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.VerificationFailedException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SessionWriteTests {

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

    @Test
    void smallTextIsOneCall() {
        StepVerifier.create(bench.files.write(bench.home + "/deep/er/a.txt", "h\u00e9llo \ud83d\ude00"))
                .verifyComplete();

        assertThat(bench.path("deep/er/a.txt")).hasContent("h\u00e9llo \ud83d\ude00");
        assertThat(bench.sandbox.tools()).containsExactly("write_file");
        assertThat(bench.store.journal).isEmpty();
    }

    @Test
    void nothingHappensBeforeASubscription() {
        var unused = bench.files.write(bench.home + "/a.txt", "x");

        assertThat(unused).isNotNull();
        assertThat(bench.sandbox.calls).isEmpty();
    }

    @Test
    void bytesGoThroughTheTransferContextAndAreMovedIntoPlace() {
        var bytes = random(1000);

        StepVerifier.create(bench.files.write(bench.home + "/d/a.bin", Content.of(bytes)))
                .verifyComplete();

        bench.settle();
        assertThat(bench.path("d/a.bin")).hasBinaryContent(bytes);
        assertThat(bench.store.journal).containsExactly("internalContexts", "uploadUrl", "PUT", "deleteFile");
        assertThat(bench.sandbox.tools()).containsExactly("get_file_info", "create_directory", "move_file");
        assertThat(bench.synced)
                .singleElement()
                .satisfies(key -> assertThat(key.path())
                        .startsWith(bench.transfer() + "/agentbay-")
                        .doesNotEndWith("/"));
        assertThat(bench.store.objects).isEmpty();
    }

    @Test
    void theTransferContextIsAskedForOnce() {
        var write = bench.files.write(bench.home + "/a.bin", Content.of(random(10)));

        StepVerifier.create(write.then(write)).verifyComplete();

        assertThat(bench.store.journal.stream().filter("internalContexts"::equals))
                .hasSize(1);
    }

    @Test
    void aFailureToFindTheTransferContextIsNeitherKeptNorTakenForItsAbsence() {
        bench.contextFailure = lost();
        var write = bench.files.write(bench.home + "/a.bin", Content.of(random(10)));

        StepVerifier.create(write).verifyError(TransportException.class);
        StepVerifier.create(write).verifyComplete();

        assertThat(bench.sandbox.tools()).doesNotContain("shell").contains("move_file");
    }

    @Test
    void aMoveThatRefusesToReplaceIsRepeatedAfterADelete() throws Exception {
        Files.writeString(bench.path("a.bin"), "old");
        bench.sandbox.fault = (call, when) ->
                call.tool().equals("move_file") && when == DiskSandbox.When.BEFORE && Files.exists(bench.path("a.bin"))
                        ? DiskSandbox.failed("move_file", "destination already exists")
                        : null;
        var bytes = random(10);

        StepVerifier.create(bench.files.write(bench.home + "/a.bin", Content.of(bytes)))
                .verifyComplete();

        assertThat(bench.path("a.bin")).hasBinaryContent(bytes);
    }

    @Test
    void largeTextGoesAsBytes() {
        var text = "0123456789".repeat(6000);

        StepVerifier.create(bench.files.write(bench.home + "/a.txt", text)).verifyComplete();

        assertThat(bench.path("a.txt")).hasContent(text);
        assertThat(bench.sandbox.tools()).doesNotContain("write_file");
    }

    @Test
    void withoutATransferContextBytesGoAsPartsOfCommands() {
        bench.hasContext = false;
        var bytes = random(Limits.PART_BYTES * 3 + 1);

        StepVerifier.create(bench.files.write(bench.home + "/it's \"d/a b.bin", Content.of(bytes)))
                .verifyComplete();

        assertThat(bench.path("it's \"d/a b.bin")).hasBinaryContent(bytes);
        assertThat(bench.store.journal).containsExactly("internalContexts");
    }

    @Test
    void aFileOfWrongSizeIsNeverMoved() {
        bench.sandbox.fault = (call, when) -> {
            if (call.tool().equals("get_file_info") && when == DiskSandbox.When.BEFORE) {
                truncate(Path.of(String.valueOf(call.arguments().get("path"))));
            }
            return null;
        };

        StepVerifier.create(bench.files.write(bench.home + "/a.bin", Content.of(random(10))))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(VerificationFailedException.class)
                        .hasMessageContaining("3 of 10 bytes"));

        assertThat(bench.path("a.bin")).doesNotExist();
    }

    @Test
    void aCancelledTransferRemovesItsObjectAndMovesNothing() {
        bench.beforeSync = Mono.never();
        StepVerifier.create(bench.files.write(bench.home + "/a.bin", Content.of(random(10))))
                .thenAwait()
                .then(() -> awaitObjects(1))
                .thenCancel()
                .verify();

        bench.settle();
        assertThat(bench.store.objects).isEmpty();
        assertThat(bench.sandbox.tools()).doesNotContain("move_file");
        assertThat(bench.sandbox.guarded).hasValue(0);
    }

    @Test
    void aLostAnswerToAMoveIsSettledByLooking() {
        var lost = new boolean[1];
        bench.sandbox.fault = (call, when) -> {
            if (call.tool().equals("move_file") && when == DiskSandbox.When.AFTER && !lost[0]) {
                lost[0] = true;
                return lost();
            }
            return null;
        };
        var bytes = random(10);

        StepVerifier.create(bench.files.write(bench.home + "/a.bin", Content.of(bytes)))
                .verifyComplete();

        assertThat(bench.path("a.bin")).hasBinaryContent(bytes);
        assertThat(bench.sandbox.count("move_file")).isEqualTo(1);
    }

    @Test
    void aLostAppendIsNotRepeatedWhenTheSizeSaysThatItHappened() throws Exception {
        Files.writeString(bench.path("log"), "one\n");
        var lost = new boolean[1];
        bench.sandbox.fault = (call, when) -> {
            if (call.tool().equals("write_file") && when == DiskSandbox.When.AFTER && !lost[0]) {
                lost[0] = true;
                return lost();
            }
            return null;
        };

        StepVerifier.create(bench.files.append(bench.home + "/log", Content.of("two\n")))
                .verifyComplete();

        assertThat(bench.path("log")).hasContent("one\ntwo\n");
    }

    @Test
    void aLostAppendIsRepeatedWhenTheSizeSaysThatItDidNotHappen() {
        var lost = new boolean[1];
        bench.sandbox.fault = (call, when) -> {
            if (call.tool().equals("write_file") && when == DiskSandbox.When.BEFORE && !lost[0]) {
                lost[0] = true;
                return lost();
            }
            return null;
        };

        StepVerifier.create(bench.files.append(bench.home + "/log", Content.of("two\n")))
                .verifyComplete();

        assertThat(bench.path("log")).hasContent("two\n");
    }

    @Test
    void bytesAreAppendedByWritingTheWholeAnew() throws Exception {
        Files.write(bench.path("a.bin"), new byte[] {1, 2});

        StepVerifier.create(bench.files.append(bench.home + "/a.bin", Content.of(new byte[] {0, -1})))
                .verifyComplete();

        assertThat(bench.path("a.bin")).hasBinaryContent(new byte[] {1, 2, 0, -1});
    }

    @Test
    void contentOfTheWrongLengthFailsTheWrite() {
        var content = Content.of(Flux.just(ByteBuffer.allocate(60_000)), 60_001);

        StepVerifier.create(bench.files.write(bench.home + "/a.bin", content))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("60001"));

        assertThat(bench.path("a.bin")).doesNotExist();
    }

    @Test
    void aMissingLocalFileIsNamed() {
        StepVerifier.create(bench.files.write(bench.home + "/a.bin", Content.of(directory.resolve("none"))))
                .verifyErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(LocalFileException.class).hasMessageContaining("none"));
    }

    @Test
    void anEmptyFileIsWritten() {
        StepVerifier.create(bench.files.write(bench.home + "/empty", Content.of(new byte[0])))
                .verifyComplete();

        assertThat(bench.path("empty")).isEmptyFile();
    }

    @Test
    void halfASurrogatePairIsRefusedAtTheCall() {
        assertThatThrownBy(() -> bench.files.write("/a", "\ud83d").subscribe())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }

    private void awaitObjects(int count) {
        org.awaitility.Awaitility.await().until(() -> bench.store.objects.size() == count);
    }

    private static void truncate(Path path) {
        try {
            if (path.toString().contains("transfer")) {
                Files.write(path, new byte[3]);
            }
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    static TransportException lost() {
        return new TransportException(
                "answer lost",
                TransportException.Phase.RESPONSE,
                ErrorDetails.of("x").mayHaveHappened(true));
    }

    static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }
}
