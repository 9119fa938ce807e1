package io.agentbay.reactive.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ContentTests {

    @Test
    void textIsSentAsUtf8AndMayBeRepeated() {
        var content = Content.of("h\u00e4\ud83d\ude80");
        assertThat(content.length()).isEqualTo(7);
        for (int time = 1; time <= 2; time++) {
            StepVerifier.create(
                            content.bytes().map(StandardCharsets.UTF_8::decode).map(Object::toString))
                    .expectNext("h\u00e4\ud83d\ude80")
                    .verifyComplete();
        }
    }

    @Test
    void largeArraysComeInPiecesOnDemand() {
        StepVerifier.create(Content.of(new byte[150_000]).bytes().map(ByteBuffer::remaining), 1)
                .expectNext(65_536)
                .thenRequest(5)
                .expectNext(65_536, 18_928)
                .verifyComplete();
    }

    @Test
    void aPublisherIsUsedOnce() {
        var content = Content.of(Flux.just(ByteBuffer.allocate(3)), 3);
        assertThat(content.repeatable()).isFalse();
        StepVerifier.create(content.bytes()).expectNextCount(1).verifyComplete();
        StepVerifier.create(content.bytes()).verifyError(IllegalStateException.class);
    }

    @Test
    void aKeyDoesNotPrint() {
        assertThat(ApiKey.of(" akm-1 ")).hasToString("<hidden>").isEqualTo(ApiKey.of("akm-1"));
        assertThat(SyncTicket.of(SyncTicket.of("t-1").value())).isEqualTo(SyncTicket.of("t-1"));
    }
}
