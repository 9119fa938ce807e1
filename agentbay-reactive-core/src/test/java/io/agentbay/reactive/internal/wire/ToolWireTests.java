package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.CallRejectedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.pipeline.ServiceCall.Group;
import io.agentbay.reactive.internal.wire.ToolWire.ToolData;
import io.agentbay.reactive.internal.wire.ToolWire.ToolTarget;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.FakePipeline;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ToolWireTests {
    private static final ToolTarget PLAIN = new ToolTarget("s", null, null, Map.of());
    private static final ToolTarget LINKED =
            new ToolTarget("s", "https://link/top-hidden", "top-hidden", Map.of("shell", "wuying_shell"));
    private static final Answer LINK_OK = Answer.json(
            200,
            "{\"data\":\"{\\\"result\\\":{\\\"content\\\":[{\\\"text\\\":\\\"by link\\\"}]}}\",\"requestId\":\"r\"}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'content':[{'type':'text','text':'a'}]}|a",
                "{'content':[{'type':'x','text':'','blob':'b'}]}|b",
                "{'content':[{'data':'c'}],'isError':'false'}|c",
                "{'content':[{'type':'text','text':'first'},{'text':'second'}]}|first",
                "{'content':[{'text':{'k':1}}]}|{'k':1}",
                "'plain'|plain",
                "'[1,2]'|[1,2]",
                "'{\\'content\\':[{\\'text\\':\\'inside\\'}]}'|inside"
            },
            quoteCharacter = '`')
    void readsTheFirstContent(String data, String text) {
        var answer = Answer.ok(data.replace('\'', '"'));
        StepVerifier.create(call(FakePipeline.answering(answer), PLAIN))
                .expectNext(text.replace('\'', '"'))
                .verifyComplete();
    }

    @Test
    void anEmptyResultIsAnEmptyText() {
        StepVerifier.create(call(FakePipeline.answering(Answer.tool("")), PLAIN))
                .expectNext("")
                .verifyComplete();
        StepVerifier.create(call(FakePipeline.answering(Answer.ok("{\"content\":[]}")), PLAIN))
                .expectNext("")
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "{}", "{\"content\":\"x\"}"})
    void noResultIsNoSuccess(String data) {
        StepVerifier.create(call(FakePipeline.answering(Answer.ok(data)), PLAIN))
                .verifyError(UnexpectedResponseException.class);
    }

    @Test
    void isErrorFailsWithTheToolsOwnWords() {
        StepVerifier.create(call(FakePipeline.answering(Answer.toolError("no such file")), PLAIN))
                .verifyErrorSatisfies(e -> {
                    var failed = (ToolFailedException) e;
                    assertThat(failed.tool()).isEqualTo("shell");
                    assertThat(failed.summary()).isEqualTo("no such file");
                    assertThat(failed.requestId()).isEqualTo("req-stub");
                    assertThat(failed.httpStatus()).isEqualTo(200);
                });
    }

    @Test
    void theLinkIsUsedWhenLinkTokenAndServerAreKnown() {
        var pipeline = FakePipeline.answering(LINK_OK);
        StepVerifier.create(call(pipeline, LINKED)).expectNext("by link").verifyComplete();
        assertThat(pipeline.calls.get(0).group()).isEqualTo(Group.LINK);
        assertThat(pipeline.calls.get(0).attemptTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(pipeline.requests.get(0).uri()).isEqualTo(URI.create("https://link/top-hidden/callTool"));
    }

    @Test
    void withoutTheServersNameTheActionIsUsed() {
        var pipeline = FakePipeline.answering(Answer.tool("by action"));
        var target = new ToolTarget("s", "https://link", "t", Map.of("other", "x"));
        StepVerifier.create(call(pipeline, target)).expectNext("by action").verifyComplete();
        assertThat(pipeline.requests.get(0).form())
                .doesNotContainKey("Server")
                .containsEntry("AutoGenSession", "false");
    }

    @Test
    void theLinksIsErrorAndStatusAreFailures() {
        var isError = Answer.json(200, "{\"data\":{\"result\":{\"content\":[{\"text\":\"bad\"}],\"isError\":true}}}");
        StepVerifier.create(call(FakePipeline.answering(isError), LINKED)).verifyError(ToolFailedException.class);
        var status = FakePipeline.answering(Answer.json(502, "{\"message\":\"down\"}"));
        StepVerifier.create(call(status, LINKED)).verifyError(UnavailableException.class);
        assertThat(status.calls).hasSize(1);
        var garbage = FakePipeline.answering(Answer.raw(200, "<html>"));
        StepVerifier.create(call(garbage, LINKED)).verifyError(UnexpectedResponseException.class);
        assertThat(garbage.calls).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void theOtherRouteOnlyWhenTheFirstSurelyDidNotRun(Phase phase) {
        boolean sent = phase.compareTo(Phase.SEND) >= 0;
        var error =
                new TransportException("x", phase, ErrorDetails.of("link:shell").mayHaveHappened(sent));
        var pipeline = failingLink(error);
        var verifier = StepVerifier.create(call(pipeline, LINKED));
        if (sent) {
            verifier.verifyError(TransportException.class);
        } else {
            verifier.expectNext("by action").verifyComplete();
        }
        assertThat(pipeline.calls).hasSize(sent ? 1 : 2);
    }

    @ParameterizedTest
    @EnumSource(CallRejectedException.Reason.class)
    void anOpenCircuitOfTheLinkLeavesTheOtherRouteButALimitDoesNot(CallRejectedException.Reason reason) {
        var pipeline = failingLink(new CallRejectedException("x", reason, ErrorDetails.of("link:shell")));
        var verifier = StepVerifier.create(call(pipeline, LINKED));
        if (reason == CallRejectedException.Reason.CIRCUIT_OPEN) {
            verifier.expectNext("by action").verifyComplete();
        } else {
            verifier.verifyError(CallRejectedException.class);
        }
    }

    @Test
    void listsTools() {
        var answer = Answer.ok(
                Answer.quote("[{\"name\":\"shell\",\"description\":\"d\",\"inputSchema\":{\"type\":\"object\"},"
                        + "\"server\":\"w\"},{\"name\":\"x\",\"inputSchema\":\"{}\"}]"));
        var wire = wire(FakePipeline.answering(answer));
        StepVerifier.create(wire.list("linux_latest"))
                .expectNext(List.of(
                        new ToolData("shell", "d", "{\"type\":\"object\"}", "w"), new ToolData("x", "", "{}", null)))
                .verifyComplete();
    }

    private static FakePipeline failingLink(Throwable error) {
        return FakePipeline.answering(request -> request.uri().getHost().equals("link")
                ? Mono.error(error)
                : Mono.just(FakePipeline.toHttp(Answer.tool("by action"))));
    }

    private static Mono<String> call(FakePipeline pipeline, ToolTarget target) {
        return wire(pipeline).call(target, "shell", Map.of("command", "ls"), Idempotency.UNSAFE, Duration.ofSeconds(5));
    }

    private static ToolWire wire(FakePipeline pipeline) {
        return Wires.of(pipeline, new VirtualRuntime(), JsonCodec.strict(), URI.create("https://host"), null)
                .tools();
    }
}
