package io.agentbay.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.Upload;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TransferHttpTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int PIECE = 64 * 1024;

    @Test
    void aPutCarriesItsLengthAndNoHeaderThatWasNotSigned() {
        try (var peer = Peer.answering((request, response) -> response.sendString(request.receive()
                .aggregate()
                .asByteArray()
                .map(body -> request.uri() + " " + body.length + " " + request.requestHeaders())))) {
            var upload = new Upload(peer.uri("/a%20b?sig=s%2Bx"), 3L * PIECE, pieces(3));
            var answer = peer.transport.put(upload).block(LONG);
            assertThat(answer).isNotNull();
            assertThat(answer.text().toLowerCase(java.util.Locale.ROOT))
                    .startsWith("/a%20b?sig=s%2bx " + 3 * PIECE)
                    .contains("content-length: " + 3 * PIECE, "host: ")
                    .doesNotContain("user-agent", "accept", "content-type", "transfer-encoding", "authorization");
        }
    }

    @Test
    void anEmptyPutSendsLengthZero() {
        try (var peer = Peer.answering((request, response) ->
                response.sendString(Mono.just(request.requestHeaders().get("Content-Length"))))) {
            var answer = peer.transport
                    .put(new Upload(peer.uri("/e"), 0, Flux.empty()))
                    .block(LONG);
            assertThat(answer).isNotNull();
            assertThat(answer.text()).isEqualTo("0");
        }
    }

    @Test
    void contentOfAnotherLengthThanAnnouncedIsNeverCompleted() {
        try (var peer =
                Peer.answering((request, response) -> request.receive().then().then(response.send()))) {
            for (long announced : new long[] {PIECE, 3L * PIECE}) {
                assertThatThrownBy(() -> peer.transport
                                .put(new Upload(peer.uri("/x"), announced, pieces(2)))
                                .block(LONG))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("announced with " + announced);
            }
            await().until(() -> peer.transport.transferPool().active() == 0);
        }
    }

    @Test
    void aDownloadIsReadOnDemandAndGivesItsConnectionBack() {
        try (var peer = Peer.answering((request, response) -> response.header("ETag", "e1")
                .header("X-Seen", request.requestHeaders().get("Range"))
                .sendByteArray(Flux.range(0, 10).map(n -> new byte[PIECE])))) {
            var call = new DownloadCall(peer.uri("/f?sig=1"), Map.of("Range", "bytes=0-"));
            var size = peer.transport
                    .get(call)
                    .flatMapMany(download -> {
                        assertThat(download.headers())
                                .containsEntry("etag", "e1")
                                .containsEntry("x-seen", "bytes=0-");
                        return download.body();
                    })
                    .reduce(0L, (sum, piece) -> sum + piece.remaining())
                    .block(LONG);
            assertThat(size).isEqualTo(10L * PIECE);
            await().until(() -> peer.transport.transferPool().equals(new PoolUse(0, 1, 0)));
        }
    }

    @Test
    void aSlowReaderStopsTheServer() {
        var sent = new AtomicLong();
        try (var peer = Peer.answering((request, response) -> response.sendByteArray(
                Flux.range(0, 4_096).map(n -> new byte[PIECE]).doOnNext(piece -> sent.addAndGet(piece.length))))) {
            var body = peer.transport
                    .get(new DownloadCall(peer.uri("/big"), Map.of()))
                    .flatMapMany(download -> download.body());
            StepVerifier.create(body, 1)
                    .expectNextCount(1)
                    .then(() -> await().during(Duration.ofMillis(300)).until(() -> sent.get() < 64L * 1024 * 1024))
                    .thenCancel()
                    .verify(LONG);
            await().until(() -> peer.transport.transferPool().equals(new PoolUse(0, 0, 0)));
        }
    }

    @Test
    void aBodyThatBreaksOffIsAFailureOfTheBody() {
        try (var half = HalfAnswer.start("\r\n\r\n");
                var peer = Peer.answering((request, response) -> response.send())) {
            var body =
                    peer.transport.get(new DownloadCall(half.uri(), Map.of())).flatMapMany(download -> download.body());
            StepVerifier.create(body.map(ByteBuffer::remaining).reduce(Integer::sum))
                    .verifyErrorSatisfies(error ->
                            assertThat(((TransportException) error).phase()).isEqualTo(TransportException.Phase.BODY));
        }
    }

    @Test
    void anAnswerNobodyReadsIsReleased() {
        try (var peer = Peer.answering(
                (request, response) -> response.sendByteArray(Flux.range(0, 100).map(n -> new byte[PIECE])))) {
            peer.transport
                    .get(new DownloadCall(peer.uri("/f"), Map.of()))
                    .flatMap(download -> download.release())
                    .block(LONG);
            await().until(() -> peer.transport.transferPool().equals(new PoolUse(0, 0, 0)));
        }
    }

    @Test
    void cancellingAtAnyInstantLeaksNothing() {
        var random = new Random(42);
        try (var peer = Peer.answering((request, response) -> request.receive()
                .then()
                .thenMany(response.sendByteArray(Flux.range(0, 10).map(n -> new byte[PIECE])))
                .then())) {
            Flux.range(0, 300)
                    .flatMap(
                            n -> one(peer, n)
                                    .timeout(Duration.ofNanos(random.nextInt(6_000_000)))
                                    .onErrorComplete(),
                            32)
                    .then()
                    .block(Duration.ofSeconds(60));
            await().until(() -> peer.transport.transferPool().active() == 0
                    && peer.transport.transferPool().pending() == 0
                    && peer.transport.callPool().active() == 0);
        }
    }

    private static Mono<Long> one(Peer peer, int n) {
        return switch (n % 3) {
            case 0 ->
                peer.transport
                        .get(new DownloadCall(peer.uri("/f"), Map.of()))
                        .flatMapMany(download -> download.body())
                        .reduce(0L, (sum, piece) -> sum + piece.remaining());
            case 1 ->
                peer.transport
                        .put(new Upload(peer.uri("/p"), 20L * PIECE, pieces(20)))
                        .map(a -> 1L);
            default -> peer.transport.exchange(peer.call()).map(a -> 1L);
        };
    }

    private static Flux<ByteBuffer> pieces(int count) {
        return Flux.range(0, count).map(n -> ByteBuffer.allocate(PIECE));
    }
}
