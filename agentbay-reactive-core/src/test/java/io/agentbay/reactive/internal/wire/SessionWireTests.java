package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.wire.SessionWire.ContextRow;
import io.agentbay.reactive.internal.wire.SessionWire.NewSession;
import io.agentbay.reactive.internal.wire.SessionWire.SessionRow;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.FakePipeline;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class SessionWireTests {
    private static final NewSession NEW = new NewSession("linux_latest", Map.of(), List.of(), 1800, "policy-1");

    @Test
    void aCreateIsReconciledAndSendsOnlyWhatIsSet() {
        var pipeline = FakePipeline.answering(Answer.ok("{\"SessionId\":\"s\"}"));
        StepVerifier.create(wire(pipeline).create(NEW)).expectNextCount(1).verifyComplete();
        assertThat(pipeline.calls.get(0).idempotency()).isEqualTo(Idempotency.RECONCILE);
        assertThat(pipeline.requests.get(0).form())
                .containsOnly(
                        Map.entry("ImageId", "linux_latest"),
                        Map.entry("McpPolicyId", "policy-1"),
                        Map.entry("Timeout", "1800"));
    }

    @Test
    void theInnerSuccessFailsACreateToo() {
        StepVerifier.create(create(Answer.ok("{\"Success\":false,\"ErrMsg\":\"no image\",\"SessionId\":\"\"}")))
                .verifyErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("no image"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"SessionId\":\"\"}", "null", "[]", "{\"SessionId\":\"s\",\"Success\":false}"})
    void aCreateWithoutAClearAnswerMayHaveHappened(String data) {
        StepVerifier.create(create(Answer.ok(data))).verifyErrorSatisfies(e -> {
            assertThat(e).isInstanceOf(UnexpectedResponseException.class);
            assertThat(((UnexpectedResponseException) e).mayHaveHappened()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"name\":\"shell\",\"server\":\"wuying_shell\"}]",
                "\"[{\\\"Name\\\":\\\"shell\\\",\\\"Server\\\":\\\"wuying_shell\\\"}]\"",
                "[{\"name\":\"shell\",\"serverName\":\"wuying_shell\"},{\"name\":\"x\"}]"
            })
    void toolsAreAListOrATextInSeveralSpellings(String toolList) {
        var answer = Answer.ok(
                "{\"SessionId\":\"s\",\"Token\":\"t\",\"LinkUrl\":\"l\",\"wsUrl\":\"w\",\"Status\":\"RUNNING\","
                        + "\"contexts\":[{\"id\":\"c\",\"name\":\"n\"}],\"ToolList\":" + toolList + "}");
        var session = wire(FakePipeline.answering(answer)).get("s").block();
        assertThat(session.toolServers()).containsOnly(Map.entry("shell", "wuying_shell"));
        assertThat(session.contexts()).containsExactly(new ContextRow("c", "n"));
        assertThat(session.wsUrl()).isEqualTo("w");
        assertThat(session.status()).isEqualTo("RUNNING");
        assertThat(session).hasToString("SessionData[s, RUNNING]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"[{\"", "7"})
    void aToolListNobodyUnderstandsCostsOnlyTheFasterRoute(String toolList) {
        var answer = Answer.ok("{\"SessionId\":\"s\",\"ToolList\":" + toolList + "}");
        assertThat(wire(FakePipeline.answering(answer)).get("s").block().toolServers())
                .isEmpty();
    }

    @Test
    void theDetailHasItsIdInTheQuery() {
        var pipeline = FakePipeline.answering(Answer.ok("{\"Status\":\"FINISH\",\"BizType\":1}"));
        StepVerifier.create(wire(pipeline).status("s")).expectNext("FINISH").verifyComplete();
        assertThat(pipeline.requests.get(0).query()).containsEntry("SessionId", "s");
        assertThat(pipeline.requests.get(0).form()).isEmpty();
    }

    @Test
    void listingHasLabelsInTheBodyAndTheStatusInTheQuery() {
        var pipeline = FakePipeline.answering(Answer.ok(
                "[{\"SessionId\":\"a\",\"SessionStatus\":\"RUNNING\"}]", "\"NextToken\":\"t\",\"TotalCount\":3"));
        StepVerifier.create(wire(pipeline).list(Map.of(), "RUNNING", 10, null))
                .expectNext(new Page<>(List.of(new SessionRow("a", "RUNNING")), "t"))
                .verifyComplete();
        assertThat(pipeline.requests.get(0).query()).containsEntry("Status", "RUNNING");
        assertThat(pipeline.requests.get(0).form())
                .containsOnly(Map.entry("Labels", "{}"), Map.entry("MaxResults", "10"));
    }

    @Test
    void deletingWhatIsGoneIsNotFound() {
        var gone = Answer.error(400, "OperationDenied", "There is no alive session");
        StepVerifier.create(wire(FakePipeline.answering(gone)).delete("s")).verifyErrorSatisfies(e -> {
            var missing = (NotFoundException) e;
            assertThat(missing.kind()).isEqualTo(NotFoundException.Kind.SESSION);
            assertThat(missing.name()).isEqualTo("s");
        });
    }

    @Test
    void labelsOfSeveralPages() {
        var pipeline = FakePipeline.answering(
                Answer.ok("{\"Labels\":\"{\\\"a\\\":\\\"1\\\"}\"}", "\"NextToken\":\"t\""),
                Answer.ok("{\"Labels\":{\"b\":2}}"));
        StepVerifier.create(wire(pipeline).labels("s"))
                .expectNext(Map.of("a", "1", "b", "2"))
                .verifyComplete();
        assertThat(pipeline.requests.get(1).form()).containsEntry("NextToken", "t");
    }

    @Test
    void linksAndResources() {
        var link = FakePipeline.answering(Answer.ok("{\"Url\":\"wss://h/p?t=1\"}"));
        StepVerifier.create(wire(link).link("s", null, 30100))
                .expectNext(URI.create("wss://h/p?t=1"))
                .verifyComplete();
        assertThat(link.requests.get(0).form()).containsEntry("Port", "30100").doesNotContainKey("ProtocolType");
        var resource =
                FakePipeline.answering(Answer.ok("{\"SessionId\":\"s\",\"ResourceUrl\":\"\",\"DesktopInfo\":{}}"));
        assertThat(wire(resource).resource("s").block().resourceUrl()).isNull();
    }

    @Test
    void aBadLinkDoesNotShowItself() {
        var link = FakePipeline.answering(Answer.ok("{\"Url\":\"::top hidden::\"}"));
        StepVerifier.create(wire(link).link("s", null, null))
                .verifyErrorSatisfies(e -> assertThat(e.toString()).doesNotContain("top hidden"));
    }

    private static reactor.core.publisher.Mono<SessionWire.SessionData> create(Answer answer) {
        return wire(FakePipeline.answering(answer)).create(NEW);
    }

    private static SessionWire wire(FakePipeline pipeline) {
        return Wires.of(pipeline, new VirtualRuntime(), JsonCodec.strict(), URI.create("https://host"), null)
                .sessions();
    }
}
