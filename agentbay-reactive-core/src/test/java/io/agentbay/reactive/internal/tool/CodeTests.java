package io.agentbay.reactive.internal.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.CodeFailedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.CodeRequest;
import io.agentbay.reactive.tool.CodeResult;
import io.agentbay.reactive.tool.CommandOperations.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CodeTests implements ToolGateway {

    private final List<Call> calls = new ArrayList<>();
    private Mono<String> answer = Mono.just("{}");
    private final DefaultCommandOperations commands = new DefaultCommandOperations(this);

    @Override
    public String sessionId() {
        return "s";
    }

    @Override
    public Mono<String> call(Call call) {
        calls.add(call);
        return answer;
    }

    @Override
    public <T> Mono<T> guard(Touches touches, Mono<T> work) {
        return work;
    }

    private CodeResult result(String text) {
        answer = Mono.just(text);
        return commands.code(Language.PYTHON, "1").block();
    }

    private CodeFailedException failure() {
        var error = commands.code(Language.PYTHON, "1").materialize().block().getThrowable();
        return (CodeFailedException) error;
    }

    @Test
    void codeIsSentOnceWithItsLanguageAndWholeSeconds() {
        var request = CodeRequest.of(Language.JAVASCRIPT, "1+1").timeout(Duration.ofMillis(1_500));
        StepVerifier.create(commands.code(request)).expectNextCount(1).verifyComplete();

        var call = calls.get(0);
        assertThat(call.tool()).isEqualTo("run_code");
        assertThat(call.idempotency()).isEqualTo(Idempotency.UNSAFE);
        assertThat(call.touches()).isEqualTo(Touches.anything());
        assertThat(call.timeout()).isGreaterThan(Duration.ofMillis(1_500));
        assertThat(call.arguments()).isEqualTo(Map.of("code", "1+1", "language", "javascript", "timeout_s", 2L));
    }

    @Test
    void resultsInTextsAreOpenedAndTheMainOneComesLast() {
        var found = result("{\"result\":[\"{\\\"text/plain\\\":\\\"42\\\",\\\"isMainResult\\\":true}\","
                + "\"{\\\"image/png\\\":\\\"iVBO\\\",\\\"application/json\\\":{\\\"a\\\":[1]},\\\"isMainResult\\\":false}\"],"
                + "\"stdout\":[\"a\\n\",\"b\\n\"],\"stderr\":[\"w\"],\"executionError\":\"\","
                + "\"execution_time\":0.1,\"execution_count\":7}");

        assertThat(found)
                .isEqualTo(new CodeResult(
                        List.of(
                                Map.of("image/png", "iVBO", "application/json", "{\"a\":[1]}"),
                                Map.of("text/plain", "42")),
                        "a\nb\n",
                        "w",
                        7));
        assertThat(found.text()).isEqualTo("42");
    }

    @Test
    void theOtherShapeIsReadToo() {
        assertThat(result("{\"logs\":{\"stdout\":[\"x\"],\"stderr\":[]},"
                        + "\"results\":[{\"mime\":{\"text/plain\":\"1\"},\"isMainResult\":true}],\"error\":null}"))
                .isEqualTo(new CodeResult(List.of(Map.of("text/plain", "1")), "x", "", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{not json", "{\"a\":1}", "[1]"})
    void anyOtherTextIsWhatItPrintedAndItsResult(String text) {
        assertThat(result(text)).isEqualTo(new CodeResult(List.of(Map.of("text/plain", text)), text, "", 0));
    }

    @Test
    void nothingIsAnEmptyResult() {
        answer = Mono.empty();
        assertThat(commands.code(Language.R, "1").block()).isEqualTo(new CodeResult(List.of(), "", "", 0));
    }

    @Test
    void anErrorOfTheCodeIsAFailureWithAllOutput() {
        answer = Mono.just("{\"result\":[],\"stdout\":[\"before\"],\"stderr\":[\"trace\"],"
                + "\"executionError\":\"ZeroDivisionError: division by zero\"}");

        var failed = failure();
        assertThat(failed.error()).isEqualTo("ZeroDivisionError: division by zero");
        assertThat(failed.stdout()).isEqualTo("before");
        assertThat(failed.stderr()).isEqualTo("trace");
        assertThat(failed.mayHaveHappened()).isTrue();
        assertThat(failed).hasMessageContaining("division by zero");
    }

    @Test
    void anErrorByPartsKeepsItsTrace() {
        answer = Mono.just("{\"logs\":{\"stdout\":[],\"stderr\":[]},\"results\":[],"
                + "\"error\":{\"name\":\"E\",\"value\":\"v\",\"traceback\":[\"l1\",\"l2\"]}}");

        assertThat(failure().error()).isEqualTo("E: v\nl1\nl2");
    }

    @Test
    void anErrorInsideAToolErrorIsOneOfTheCode() {
        answer = Mono.error(new ToolFailedException(
                "{\"stdout\":[\"o\"],\"executionError\":\"boom\"}", "run_code", 200, ErrorDetails.of("run_code")));

        assertThat(failure().error()).isEqualTo("boom");
    }

    @Test
    void aToolThatCannotRunCodeIsNoErrorOfTheCode() {
        answer = Mono.error(new ToolFailedException("no sandbox", "run_code", 200, ErrorDetails.of("run_code")));

        StepVerifier.create(commands.code(Language.JAVA, "1")).verifyError(ToolFailedException.class);
    }
}
