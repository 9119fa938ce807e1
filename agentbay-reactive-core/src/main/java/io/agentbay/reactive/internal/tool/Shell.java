package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.CommandRequest;
import io.agentbay.reactive.tool.CommandResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The shell of one session: any exit code is a result; what the tool itself refuses is an error. */
public final class Shell {

    private static final String TOOL = "shell";
    /** The service ends a command after its own timeout; the answer needs a moment more. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final ToolGateway gateway;

    public Shell(ToolGateway gateway) {
        this.gateway = gateway;
    }

    public Mono<CommandResult> run(CommandRequest request, Idempotency idempotency, Touches touches) {
        return Mono.defer(() -> gateway.call(call(request, idempotency, touches)))
                .map(Shell::finished)
                .switchIfEmpty(Mono.fromSupplier(() -> new CommandResult(0, "", "")))
                .onErrorResume(ToolFailedException.class, Shell::failed);
    }

    private static ToolGateway.Call call(CommandRequest request, Idempotency idempotency, Touches touches) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("command", request.command());
        arguments.put("timeout_ms", request.timeout().toMillis());
        if (request.directory() != null) {
            arguments.put("cwd", request.directory());
        }
        if (!request.environment().isEmpty()) {
            arguments.put("envs", request.environment());
        }
        return new ToolGateway.Call(
                TOOL, arguments, idempotency, touches, request.timeout().plus(MARGIN));
    }

    /** Plain text instead of the usual JSON is the output of a command that succeeded. */
    private static CommandResult finished(String text) {
        var result = CommandJson.read(text);
        return result == null ? new CommandResult(0, text, "") : result;
    }

    /** A non-zero exit code may come as the tool's error, with the same JSON as its text. */
    private static Mono<CommandResult> failed(ToolFailedException error) {
        var result = CommandJson.read(error.summary());
        return result == null || result.exitCode() == 0 ? Mono.error(error) : Mono.just(result);
    }
}
