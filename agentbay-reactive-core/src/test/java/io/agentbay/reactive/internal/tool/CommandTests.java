package io.agentbay.reactive.internal.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.CommandFailedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.CommandRequest;
import io.agentbay.reactive.tool.CommandResult;
import io.agentbay.reactive.tool.ToolRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CommandTests implements ToolGateway {

    private final List<Call> calls = new ArrayList<>();
    private Mono<String> answer = Mono.just("{\"stdout\":\"out\",\"stderr\":\"\",\"exit_code\":0,\"traceId\":\"t\"}");
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

    @Test
    void aCommandIsSentOnceWithItsOwnTimeout() {
        var request = CommandRequest.of("make").in("/d").environment("A", "b").timeout(Duration.ofSeconds(90));

        StepVerifier.create(commands.run(request))
                .expectNext(new CommandResult(0, "out", ""))
                .verifyComplete();

        var call = calls.get(0);
        assertThat(call.tool()).isEqualTo("shell");
        assertThat(call.idempotency()).isEqualTo(Idempotency.UNSAFE);
        assertThat(call.touches()).isEqualTo(ToolGateway.Touches.anything());
        assertThat(call.timeout()).isGreaterThan(Duration.ofSeconds(90));
        assertThat(call.arguments())
                .isEqualTo(Map.of("command", "make", "timeout_ms", 90_000L, "cwd", "/d", "envs", Map.of("A", "b")));
    }

    @Test
    void plainTextIsTheOutput() {
        answer = Mono.just("hello");

        StepVerifier.create(commands.run("x"))
                .expectNext(new CommandResult(0, "hello", ""))
                .verifyComplete();
    }

    @Test
    void outputWithoutACodeIsOfACommandThatSucceeded() {
        answer = Mono.just("{\"stdout\":\"out\",\"stderr\":\"warn\"}");

        StepVerifier.create(commands.run("x"))
                .expectNext(new CommandResult(0, "out", "warn"))
                .verifyComplete();
    }

    @Test
    void aNonZeroCodeFailsWithAllOutput() {
        answer = Mono.just("{\"stdout\":\"o\",\"stderr\":\"boom\",\"exit_code\":3}");

        StepVerifier.create(commands.run("x")).verifyErrorSatisfies(error -> {
            var failed = (CommandFailedException) error;
            assertThat(failed.exitCode()).isEqualTo(3);
            assertThat(failed.stderr()).isEqualTo("boom");
            assertThat(failed).hasMessageContaining("3: boom");
        });
        StepVerifier.create(commands.run(CommandRequest.of("x").acceptingAnyExitCode()))
                .expectNext(new CommandResult(3, "o", "boom"))
                .verifyComplete();
    }

    @Test
    void aCodeInsideAToolErrorIsACode() {
        answer = Mono.error(failed("{\"stdout\":\"\",\"stderr\":\"no\",\"errorCode\":127}"));

        StepVerifier.create(commands.run(CommandRequest.of("x").acceptingAnyExitCode()))
                .expectNext(new CommandResult(127, "", "no"))
                .verifyComplete();
    }

    @Test
    void aToolThatCannotRunAnythingIsNoExitCode() {
        answer = Mono.error(failed("no shell here"));

        StepVerifier.create(commands.run(CommandRequest.of("x").acceptingAnyExitCode()))
                .verifyError(ToolFailedException.class);
    }

    @Test
    void aToolIsUnsafeUnlessTheCallerSaysOtherwise() {
        var tools = new DefaultToolOperations(this, null, "linux_latest");

        StepVerifier.create(tools.call("t", Map.of("a", 1))
                        .then(tools.call(ToolRequest.of("t").repeatable())))
                .expectNextCount(1)
                .verifyComplete();

        assertThat(calls).extracting(Call::idempotency).containsExactly(Idempotency.UNSAFE, Idempotency.IDEMPOTENT);
    }

    private static ToolFailedException failed(String words) {
        return new ToolFailedException(words, "shell", 200, ErrorDetails.of("shell"));
    }
}
