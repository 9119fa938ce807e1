package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.PermissionDeniedException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class SignedTransferTests {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final MemoryStore store = new MemoryStore();
    private final SignedUploads uploads = new SignedUploads(store, store, time);
    private final SignedDownloads downloads = new SignedDownloads(store, store, time);
    private final byte[] bytes = SessionWriteTests.random(1000);

    @Test
    void aRefusedPutGetsOneFreshUrl() {
        store.statuses.add(403);

        StepVerifier.create(uploads.put("c", "/a", Bytes.of(bytes))).verifyComplete();

        assertThat(store.journal).containsExactly("uploadUrl", "PUT", "uploadUrl", "PUT");
        assertThat(store.objects.get("/a")).isEqualTo(bytes);
    }

    @Test
    void aSecondRefusalIsTheAnswer() {
        store.statuses.addAll(List.of(403, 403));

        StepVerifier.create(uploads.put("c", "/a", Bytes.of(bytes))).verifyError(PermissionDeniedException.class);

        assertThat(store.journal).hasSize(4);
    }

    @Test
    void aBusyStoreIsAskedAgainAfterAPause() {
        store.statuses.addAll(List.of(503, 500));

        StepVerifier.create(uploads.put("c", "/a", Bytes.of(bytes)))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(10)))
                .verifyComplete();

        assertThat(store.journal.stream().filter("PUT"::equals)).hasSize(3);
    }

    @Test
    void aWebPageInsteadOfTheStoresAnswerIsNoSuccessOfAPut() {
        store.webPages = 1;

        StepVerifier.create(uploads.put("c", "/a", Bytes.of(bytes)))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(10)))
                .verifyComplete();

        assertThat(store.journal.stream().filter("PUT"::equals)).hasSize(2);
        assertThat(store.objects.get("/a")).isEqualTo(bytes);
    }

    @Test
    void aWebPageInsteadOfTheStoresAnswerIsNoContent() {
        store.objects.put("/a", bytes);
        store.webPages = 1;

        StepVerifier.create(Sha256.of(downloads.bytes("c", "/a")))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(10)))
                .expectNext(Sha256.of(bytes))
                .verifyComplete();
    }

    @Test
    void aWebPageEveryTimeIsAnErrorThatSaysWhetherItMayHaveHappened() {
        store.webPages = 100;

        StepVerifier.create(uploads.put("c", "/a", Bytes.of(bytes)))
                .then(() -> time.advanceTimeBy(Duration.ofMinutes(1)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                UnexpectedResponseException.class,
                                page -> assertThat(page.excerpt()).contains("Please log in"))
                        .matches(page -> ((UnexpectedResponseException) page).mayHaveHappened()));
    }

    @Test
    void aPageThatIsAnObjectComesWithItsTag() {
        assertThat(SignedErrors.isStrange(Map.of("content-type", "text/html", "etag", "\"1\"")))
                .isFalse();
        assertThat(SignedErrors.isStrange(Map.of("content-type", "text/plain"))).isFalse();
        assertThat(SignedErrors.isStrange(Map.of())).isFalse();
    }

    @Test
    void attemptsEnd() {
        store.statuses.addAll(List.of(503, 503, 503, 503, 503));

        StepVerifier.create(uploads.put("c", "/a", Bytes.of(bytes)))
                .then(() -> time.advanceTimeBy(Duration.ofMinutes(1)))
                .verifyError(UnavailableException.class);

        assertThat(store.journal.stream().filter("PUT"::equals)).hasSize(Limits.SIGNED_ATTEMPTS);
    }

    @Test
    void contentOfAPublisherIsNeverSentTwice() {
        store.statuses.add(503);
        var content = Content.of(Flux.just(ByteBuffer.wrap(bytes)), bytes.length);
        var put = Bytes.of(content, null).flatMap(once -> uploads.put("c", "/a", once));

        StepVerifier.create(put).verifyError(UnavailableException.class);

        assertThat(store.journal).containsExactly("uploadUrl", "PUT");
    }

    @Test
    void contentThatFailsIsTheReasonAndIsNotRetried() {
        var broken = new Bytes(10, true, Flux.error(new IllegalStateException("disk gone")));

        StepVerifier.create(uploads.put("c", "/a", broken)).verifyErrorMessage("disk gone");

        assertThat(store.journal).containsExactly("uploadUrl", "PUT");
        assertThat(store.objects).isEmpty();
    }

    @Test
    void aBrokenBodyGoesOnWhereItStopped() {
        store.objects.put("/a", bytes);
        store.breaks.addAll(List.of(300, 200));

        StepVerifier.create(Sha256.of(downloads.bytes("c", "/a")))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(10)))
                .expectNext(Sha256.of(bytes))
                .verifyComplete();

        assertThat(store.journal)
                .containsExactly(
                        "downloadUrl", "GET all", "downloadUrl", "GET bytes=300-", "downloadUrl", "GET bytes=500-");
    }

    @Test
    void aReplacementOfTheSameLengthIsNeverSpliced() {
        store.objects.put("/a", bytes);
        store.breaks.add(700);
        store.onBreak = () -> store.objects.put("/a", new byte[bytes.length]);

        StepVerifier.create(downloads.bytes("c", "/a"))
                .expectNextCount(1)
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(10)))
                .verifyError(UnexpectedResponseException.class);
    }

    @Test
    void withoutATagABrokenBodyIsAnError() {
        store.etags = false;
        store.objects.put("/a", bytes);
        store.breaks.add(700);

        StepVerifier.create(downloads.bytes("c", "/a")).expectNextCount(1).verifyError(TransportException.class);
    }

    @Test
    void aRefusedGetGetsOneFreshUrl() {
        store.objects.put("/a", bytes);
        store.statuses.add(403);

        StepVerifier.create(downloads.bytes("c", "/a")).expectNextCount(1).verifyComplete();
    }

    @Test
    void aMissingObjectIsNotFound() {
        StepVerifier.create(downloads.bytes("c", "/none")).verifyError(NotFoundException.class);
        StepVerifier.create(new DefaultContextLooker(store, downloads).sha256("c", "/mnt", "none"))
                .verifyComplete();
    }
}
