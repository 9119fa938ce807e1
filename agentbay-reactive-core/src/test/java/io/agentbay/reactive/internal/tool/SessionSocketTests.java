package io.agentbay.reactive.internal.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.SubscriberTooSlowException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.stub.FakeSocket;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class SessionSocketTests {

    private static final String CODE = "wuying_codespace";

    private final VirtualRuntime time = new VirtualRuntime();
    private final FakeSocket other = new FakeSocket();
    private final SessionSocket socket = other.session(time);

    private Flux<String> run() {
        other.answer = "";
        return socket.call(CODE, Map.of("method", "run_code")).map(JsonValue::toJson);
    }

    private void event(String data) {
        other.say(other.lastId(), CODE, "\"data\":{\"phase\":\"event\"," + data + "}");
    }

    private void end() {
        other.say(other.lastId(), CODE, "\"data\":{\"phase\":\"end\"}");
    }

    private static TransportException broken() {
        return new TransportException("broken", Phase.BODY, ErrorDetails.of("WebSocket"));
    }

    @Test
    void anInvocationIsOneFrameAndEverythingToItsEnd() {
        StepVerifier.create(run())
                .then(() -> event("\"chunk\":\"a\""))
                .then(() -> event("\"chunk\":\"b\""))
                .then(this::end)
                .expectNext("{\"phase\":\"event\",\"chunk\":\"a\"}", "{\"phase\":\"event\",\"chunk\":\"b\"}")
                .expectNext("{\"phase\":\"end\"}")
                .verifyComplete();

        assertThat(other.sent)
                .containsExactly("{\"invocationId\":\"" + other.lastId()
                        + "\",\"source\":\"SDK\",\"target\":\"wuying_codespace\",\"data\":{\"method\":\"run_code\"}}");
        assertThat(other.opened.get(0).headers()).isEqualTo(Map.of("X-Access-Token", "tok"));
        assertThat(other.opened.get(0).toString()).doesNotContain("tok").doesNotContain("s-1");
    }

    @Test
    void aShortAnswerEndsIt() {
        StepVerifier.create(socket.call(FakeSocket.SERVER, Map.of()).map(JsonValue::toJson))
                .expectNext("{\"status\":\"subscribed\"}")
                .verifyComplete();
    }

    @Test
    void invocationsAtOnceShareTheSocketAndGetTheirOwn() {
        var one = TestSubscriber.<String>create();
        var two = TestSubscriber.<String>create();
        run().subscribe(one);
        var first = other.lastId();
        run().subscribe(two);
        event("\"n\":2");
        other.say(first, CODE, "\"data\":{\"phase\":\"event\",\"n\":1}");

        assertThat(one.getReceivedOnNext()).containsExactly("{\"phase\":\"event\",\"n\":1}");
        assertThat(two.getReceivedOnNext()).containsExactly("{\"phase\":\"event\",\"n\":2}");
        assertThat(other.opened).hasSize(1);
        one.cancel();
        two.cancel();
    }

    @Test
    void anErrorInAnyPlaceFailsIt() {
        for (var error : List.of(
                "\"error\":\"no\"", "\"data\":{\"error\":\"no\"}", "\"data\":{\"phase\":\"event\",\"error\":\"no\"}")) {
            StepVerifier.create(run())
                    .then(() -> other.say(other.lastId(), CODE, error))
                    .verifyErrorSatisfies(failure -> assertThat(failure)
                            .isInstanceOf(ToolFailedException.class)
                            .hasMessageContaining("no"));
        }
    }

    @Test
    void anUnknownPhaseFailsIt() {
        StepVerifier.create(run())
                .then(() -> other.say(other.lastId(), CODE, "\"data\":{\"phase\":\"middle\"}"))
                .verifyError(UnexpectedResponseException.class);
    }

    @Test
    void whatNamesNobodyIsDropped() {
        StepVerifier.create(run())
                .then(() -> other.text("no json"))
                .then(() -> other.text("{\"source\":\"wuying_codespace\",\"data\":{\"phase\":\"event\"}}"))
                .then(() -> other.say("someone-else", CODE, "\"data\":{\"phase\":\"end\"}"))
                .then(this::end)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void aBrokenSocketFailsAllAndTheNextGetsANewOne() {
        StepVerifier.create(run())
                .then(() -> event("\"n\":1"))
                .then(() -> other.breakOff(broken()))
                .expectNextCount(1)
                .verifyError(TransportException.class);

        StepVerifier.create(run()).then(this::end).expectNextCount(1).verifyComplete();
        assertThat(other.opened).hasSize(2);
        assertThat(other.closed).isEqualTo(1);
    }

    @Test
    void aCancelSendsNothingAndTheSocketClosesWhenNobodyNeedsIt() {
        StepVerifier.create(run())
                .then(() -> event("\"n\":1"))
                .expectNextCount(1)
                .thenCancel()
                .verify();
        var sent = other.sent.size();
        time.advance(Duration.ofSeconds(29));
        assertThat(other.closed).isZero();
        time.advance(Duration.ofSeconds(2));

        assertThat(other.closed).isEqualTo(1);
        assertThat(other.sent.subList(sent, other.sent.size())).allMatch("{\"type\":\"ping\"}"::equals);
        StepVerifier.create(run()).then(this::end).expectNextCount(1).verifyComplete();
        assertThat(other.opened).hasSize(2);
    }

    @Test
    void aHeartbeatGoesEveryTwentySeconds() {
        StepVerifier.create(run())
                .then(() -> time.advance(Duration.ofSeconds(61)))
                .then(() -> assertThat(other.pings).isEqualTo(3))
                .thenCancel()
                .verify();
        assertThat(other.sent).filteredOn("{\"type\":\"ping\"}"::equals).hasSize(3);
    }

    @Test
    void aSlowReaderIsToldAfterWhatFits() {
        TestSubscriber<String> slow = TestSubscriber.builder().initialRequest(1).build();
        run().subscribe(slow);
        IntStream.range(0, 5_000).forEach(i -> event("\"n\":" + i));
        slow.request(Long.MAX_VALUE);

        assertThat(slow.getReceivedOnNext()).hasSizeBetween(1_000, 2_000);
        assertThat(slow.expectTerminalError()).isInstanceOf(SubscriberTooSlowException.class);
    }
}
