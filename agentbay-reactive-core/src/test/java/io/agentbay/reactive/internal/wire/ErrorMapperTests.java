package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.AuthenticationException;
import io.agentbay.reactive.error.ConflictException;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.PermissionDeniedException;
import io.agentbay.reactive.error.ThrottledException;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.pipeline.ServiceCall.Group;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.FakePipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMapperTests {
    private static final Replies REPLIES = new Replies(JsonCodec.strict());

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        400,
                        "InvalidMcpSession.NotFound",
                        "Resource [McpSession] is not found.",
                        NotFoundException.class),
                Arguments.of(400, "InvalidMcpSession.NotFound", "gone", NotFoundException.class),
                Arguments.of(500, "InvalidMcpSession.NotFound", "gone", NotFoundException.class),
                Arguments.of(400, "", "Session s-1 Not Found", NotFoundException.class),
                Arguments.of(400, "Whatever", "no alive session", NotFoundException.class),
                Arguments.of(400, "Whatever", "There is No Need To Release it", NotFoundException.class),
                Arguments.of(404, "", "Not Found", InvalidRequestException.class),
                Arguments.of(
                        400, "InvalidAction.NotFound", "Specified api is not found", InvalidRequestException.class),
                Arguments.of(400, "InvalidApiKey.NotFound", "key not found", AuthenticationException.class),
                Arguments.of(404, "InvalidAccessKeyId.NotFound", "key is not found", AuthenticationException.class),
                Arguments.of(400, "InvalidApiKey", "no", AuthenticationException.class),
                Arguments.of(400, "Unauthorized", "no", AuthenticationException.class),
                Arguments.of(401, "", "no", AuthenticationException.class),
                Arguments.of(401, "Strange", "session not found", AuthenticationException.class),
                Arguments.of(400, "Throttling.User", "slow", ThrottledException.class),
                Arguments.of(503, "Throttling", "slow", ThrottledException.class),
                Arguments.of(429, "", "slow", ThrottledException.class),
                Arguments.of(403, "Forbidden.RAM", "no", PermissionDeniedException.class),
                Arguments.of(400, "NoPermission", "no", PermissionDeniedException.class),
                Arguments.of(403, "", "no", PermissionDeniedException.class),
                Arguments.of(400, "PathAlreadyBound", "taken", ConflictException.class),
                Arguments.of(400, "Context.AlreadyExists", "taken", ConflictException.class),
                Arguments.of(409, "", "taken", ConflictException.class),
                Arguments.of(400, "ServiceUnavailable", "later", UnavailableException.class),
                Arguments.of(500, "InternalError", "oops", UnavailableException.class),
                Arguments.of(502, "", "session not found", UnavailableException.class),
                Arguments.of(400, "InvalidParameter", "bad", InvalidRequestException.class),
                Arguments.of(422, "", "bad", InvalidRequestException.class));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void byStatusAndInTheEnvelopeAlike(int status, String code, String message, Class<?> type) {
        var byStatus = fail(Answer.error(status, code, message));
        assertThat(byStatus).isInstanceOf(type);
        assertThat(byStatus.requestId()).isEqualTo("req-error");
        assertThat(byStatus.code()).isEqualTo(code.isEmpty() ? null : code);
        assertThat(byStatus.summary()).isEqualTo(message);
        assertThat(byStatus.operation()).isEqualTo("GetSession");
        var inner =
                Answer.json(200, new String(Answer.error(status, code, message).body(), StandardCharsets.UTF_8));
        assertThat(fail(inner)).isInstanceOf(type);
    }

    @Test
    void aRefusalInAnHttp200WithoutInnerStatusIsARefusal() {
        var error =
                fail(Answer.json(200, "{\"Success\":false,\"Code\":\"Odd\",\"Message\":\"why\",\"RequestId\":\"r\"}"));
        assertThat(error).isInstanceOf(InvalidRequestException.class).hasMessageContaining("why");
        assertThat(error.code()).isEqualTo("Odd");
        assertThat(error.requestId()).isEqualTo("r");
        assertThat(error.mayHaveHappened()).isFalse();
    }

    @Test
    void whatIsMissingHasAKindAndAName() {
        var session = (NotFoundException) fail(Answer.error(400, "InvalidMcpSession.NotFound", "gone"));
        assertThat(session.kind()).isEqualTo(NotFoundException.Kind.SESSION);
        assertThat(session.name()).isEqualTo("s-1");
        var context = (NotFoundException) fail(Answer.error(400, "InvalidContext.NotFound", "gone"));
        assertThat(context.kind()).isEqualTo(NotFoundException.Kind.CONTEXT);
        assertThat(context.name()).isEqualTo("ctx-1");
    }

    @Test
    void retryAfterInSecondsOrAsADateAgainstTheAnswersOwn() {
        var throttled = Answer.error(429, "Throttling", "slow");
        assertThat(retryAfter(throttled.header("Retry-After", "7"))).isEqualTo(Duration.ofSeconds(7));
        assertThat(retryAfter(throttled)).isNull();
        assertThat(retryAfter(throttled.header("Retry-After", "soon"))).isNull();
        assertThat(retryAfter(throttled.header("Retry-After", "99999999999999999999")))
                .isNull();
        var dated = throttled.header("Retry-After", "Sun, 22 Nov 2026 13:52:34 GMT");
        assertThat(retryAfter(dated)).isNull();
        assertThat(retryAfter(dated.header("Date", "Sun, 22 Nov 2026 13:52:04 GMT")))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Bad gateway</body></html>",
                "[]",
                "null",
                "\"text\"",
                "{\"Code\":",
                "{}",
                "{\"Success\":[1]}",
                "{\"Data\":{}}"
            })
    void whatNobodyUnderstandsIsNoSuccess(String body) {
        var error = fail(Answer.raw(200, body));
        assertThat(error).isInstanceOf(UnexpectedResponseException.class);
        assertThat(((UnexpectedResponseException) error).excerpt()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void aRedirectIsNoSuccess() {
        assertThat(fail(Answer.json(302, "{\"Success\":true}"))).isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void garbageWithAStatusThatSaysEnough() {
        assertThat(fail(Answer.raw(503, "<html>"))).isInstanceOf(UnavailableException.class);
        assertThat(fail(Answer.raw(401, "no"))).isInstanceOf(AuthenticationException.class);
        assertThat(fail(Answer.raw(403, "no"))).isInstanceOf(PermissionDeniedException.class);
        assertThat(fail(Answer.raw(429, "").header("Retry-After", "1"))).isInstanceOf(ThrottledException.class);
        assertThat(fail(Answer.raw(404, "Session not found"))).isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void hugeGarbageIsCutAndBinaryIsPrintable() {
        var error = fail(Answer.raw(200, "x".repeat(5_000_000)));
        assertThat(error.getMessage()).hasSizeLessThan(1000);
        var binary = (UnexpectedResponseException) fail(Answer.raw(200, new byte[] {0, 1, (byte) 0xFF, 65}));
        assertThat(binary.excerpt()).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Data\":{\"Token\":\"top-hidden\",\"LinkUrl\":\"https://h/top-hidden\"}",
                "{\"a\":\"{\\\"Token\\\":\\\"top-hidden\\\"}\"",
                "<p>Authorization=Bearer+top-hidden</p>",
                "bad key akm-top-hidden",
                "see https://bucket/o?Signature=top-hidden"
            })
    void secretsStayOutOfErrors(String body) {
        var error = fail(Answer.raw(200, body));
        assertThat(error.toString()).doesNotContain("top-hidden");
        assertThat(((UnexpectedResponseException) error).excerpt())
                .doesNotContain("top-hidden")
                .isNotEmpty();
    }

    @Test
    void whatMayHaveHappenedSaysSo() {
        assertThat(fail(Answer.error(500, "", "x")).mayHaveHappened()).isFalse();
        assertThat(fail(Idempotency.UNSAFE, Answer.error(500, "", "x")).mayHaveHappened())
                .isTrue();
        assertThat(fail(Idempotency.UNSAFE, Answer.raw(200, "x")).mayHaveHappened())
                .isTrue();
        assertThat(fail(Idempotency.UNSAFE, Answer.error(400, "Bad", "x")).mayHaveHappened())
                .isFalse();
        assertThat(fail(Idempotency.UNSAFE, Answer.error(429, "", "x")).mayHaveHappened())
                .isFalse();
    }

    @Test
    void aRequestIdInAHeaderIsKept() {
        var error = fail(Answer.json(500, "{\"Code\":\"x\"}").header("X-Acs-Request-Id", "from-header"));
        assertThat(error.requestId()).isEqualTo("from-header");
        assertThat(error.attempts()).isEqualTo(3);
    }

    private static Duration retryAfter(Answer answer) {
        return ((ThrottledException) fail(answer)).retryAfter();
    }

    private static AgentBayException fail(Answer answer) {
        return fail(Idempotency.READ, answer);
    }

    private static AgentBayException fail(Idempotency idempotency, Answer answer) {
        var action = Action.of("GetSession", Group.SESSION, idempotency)
                .field("SessionId", "s-1")
                .field("ContextId", "ctx-1")
                .about(NotFoundException.Kind.SESSION, "s-1");
        return catchThrowableOfType(
                AgentBayException.class,
                () -> REPLIES.read(
                        action,
                        FakePipeline.toHttp(answer),
                        3,
                        reply -> reply.data().text()));
    }
}
