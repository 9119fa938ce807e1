package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.ContextFiles;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import io.agentbay.reactive.internal.wire.ContextWire.FileData;
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

/** What the store's own evidence proves: ETags, and check sums. */
class ContextEvidenceTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int LARGE = 3 << 20;

    @TempDir
    Path directory;

    private final MemoryStore store = new MemoryStore();
    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());
    private final FileSystems systems =
            new FileSystems(store, null, store, runtime, new DefaultOperations(runtime), 8 << 20);
    private final ContextFiles files = systems.filesOf("c");

    @AfterEach
    void close() {
        runtime.close().block(LONG);
    }

    @Test
    void aLargeFileWhoseTagIsItsMd5StaysWithoutBeingRead() throws Exception {
        fill();
        store.md5Tags = true;

        assertThat(copy().filesUnchanged()).isEqualTo(1);

        assertThat(store.journal).contains("GET bytes=0-0").doesNotContain("GET all", "PUT");
    }

    @Test
    void anotherTagProvesNothingSoTheFileIsSentAndComparedByContent() throws Exception {
        fill();

        assertThat(files.compare(directory, "/mnt", Selector.all())
                        .collectList()
                        .block(LONG))
                .isEmpty();
        assertThat(store.journal).contains("GET all");
        assertThat(copy().filesMoved()).isEqualTo(1);
    }

    @Test
    void aTagOfOtherContentIsADifference() throws Exception {
        fill();
        store.md5Tags = true;
        store.objects.put("/mnt/large", new byte[LARGE]);

        assertThat(copy().filesMoved()).isEqualTo(1);
        assertThat(store.objects.get("/mnt/large")).isEqualTo(Files.readAllBytes(directory.resolve("large")));
    }

    @Test
    void aCheckSumThatDiffersIsAFailureAfterEveryAttempt() {
        store.sum = "1";

        StepVerifier.create(files.write("/mnt/a", "hello"))
                .verifyErrorSatisfies(error -> assertThat(((VerificationFailedException) error).corrupt())
                        .containsExactly("/mnt/a"));
        assertThat(store.journal).filteredOn("PUT"::equals).hasSize(Limits.SIGNED_ATTEMPTS);

        StepVerifier.create(files.readText("/mnt/a")).verifyError(VerificationFailedException.class);
    }

    @Test
    void aCheckSumThatHoldsIsASuccess() {
        var sum = new Crc64();
        sum.add(ByteBuffer.wrap("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        store.sum = sum.value();

        StepVerifier.create(files.write("/mnt/a", "hello").then(files.readText("/mnt/a")))
                .expectNext("hello")
                .verifyComplete();
    }

    @Test
    void contentThatCanBeReadOnceIsSentOnce() {
        store.statuses.add(503);
        var once = Content.of(Flux.just(ByteBuffer.wrap(new byte[3])), 3);

        StepVerifier.create(files.write("/mnt/a", once)).verifyError();

        assertThat(store.journal).containsExactly("uploadUrl", "PUT");
    }

    @Test
    void aContextThatHoldsArchivesIsNotComparedWithFiles() {
        var archive = systems.filesOf("c", () -> true);

        StepVerifier.create(archive.compare(directory, "/mnt", Selector.all()))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("mounted as archive"));
    }

    private TransferReport copy() {
        return files.copyFrom(directory, "/mnt", Selector.all()).block(LONG);
    }

    private void fill() throws Exception {
        var bytes = new byte[LARGE];
        new Random(1).nextBytes(bytes);
        Files.write(directory.resolve("large"), bytes);
        store.objects.put("/mnt/large", bytes);
        store.listing = List.of(new FileData("large", "/mnt", false, LARGE, null, null, null));
    }
}
