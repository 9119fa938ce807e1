package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.error.CommandFailedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.CodeRequest;
import io.agentbay.reactive.tool.CodeResult;
import io.agentbay.reactive.tool.CommandOperations;
import io.agentbay.reactive.tool.CommandRequest;
import io.agentbay.reactive.tool.CommandResult;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Commands by the session's shell, code by its interpreters. */
public final class DefaultCommandOperations implements CommandOperations {

    private final Shell shell;
    private final Code code;

    public DefaultCommandOperations(ToolGateway gateway) {
        this.shell = new Shell(gateway);
        this.code = new Code(gateway);
    }

    @Override
    public Mono<CommandResult> run(String command) {
        return run(CommandRequest.of(command));
    }

    @Override
    public Mono<CommandResult> run(CommandRequest request) {
        Objects.requireNonNull(request, "request");
        return shell.run(request, Idempotency.UNSAFE, Touches.anything())
                .flatMap(result -> result.exitCode() == 0 || request.acceptsAnyExitCode()
                        ? Mono.just(result)
                        : Mono.error(failed(result)));
    }

    @Override
    public Mono<CodeResult> code(Language language, String source) {
        return code(CodeRequest.of(language, source));
    }

    @Override
    public Mono<CodeResult> code(CodeRequest request) {
        return code.run(Objects.requireNonNull(request, "request"));
    }

    private static CommandFailedException failed(CommandResult result) {
        var said = result.stderr().isBlank() ? result.stdout() : result.stderr();
        var excerpt = Excerpts.of(said);
        var summary =
                "the command ended with exit code " + result.exitCode() + (excerpt.isEmpty() ? "" : ": " + excerpt);
        return new CommandFailedException(
                summary,
                result.exitCode(),
                result.stdout(),
                result.stderr(),
                200,
                ErrorDetails.of("shell").mayHaveHappened(true));
    }
}
