package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.error.CodeFailedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.CodeRequest;
import io.agentbay.reactive.tool.CodeResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The interpreters of one session. */
final class Code {

    private static final String TOOL = "run_code";
    /** The service ends code after its own timeout; the answer needs a moment more. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final ToolGateway gateway;

    Code(ToolGateway gateway) {
        this.gateway = gateway;
    }

    Mono<CodeResult> run(CodeRequest request) {
        return Mono.defer(() -> gateway.call(call(request)))
                .map(Code::finished)
                .switchIfEmpty(Mono.fromSupplier(() -> new CodeResult(List.of(), "", "", 0)))
                .onErrorMap(ToolFailedException.class, Code::failed);
    }

    private static ToolGateway.Call call(CodeRequest request) {
        var arguments = Map.of(
                "code", request.source(),
                "language", request.language().name().toLowerCase(Locale.ROOT),
                "timeout_s", seconds(request.timeout()));
        return new ToolGateway.Call(
                TOOL,
                arguments,
                Idempotency.UNSAFE,
                Touches.anything(),
                request.timeout().plus(MARGIN));
    }

    static long seconds(Duration timeout) {
        return timeout.plusNanos(999_999_999).toSeconds();
    }

    private static CodeResult finished(String text) {
        var outcome = CodeJson.read(text);
        if (outcome == null) {
            return CodeJson.plain(text);
        }
        if (outcome.failed()) {
            throw failed(outcome, ErrorDetails.of(TOOL));
        }
        return outcome.result();
    }

    /** An error of the code may come as the tool's own, with the same JSON as its text. */
    private static Throwable failed(ToolFailedException refusal) {
        var outcome = CodeJson.read(refusal.summary());
        return outcome == null || !outcome.failed() ? refusal : failed(outcome, refusal.details());
    }

    private static CodeFailedException failed(CodeJson.Outcome outcome, ErrorDetails details) {
        var result = outcome.result();
        return new CodeFailedException(
                "the code ended with an error: " + Excerpts.of(outcome.error()),
                outcome.error(),
                result.stdout(),
                result.stderr(),
                200,
                details.mayHaveHappened(true));
    }
}
