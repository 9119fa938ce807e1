package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.error.CommandFailedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.CommandOperations;
import io.agentbay.reactive.tool.CommandRequest;
import io.agentbay.reactive.tool.CommandResult;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Commands by the session's shell. */
public final class DefaultCommandOperations implements CommandOperations {

    private static final int EXCERPT = 200;

    private final Shell shell;

    public DefaultCommandOperations(ToolGateway gateway) {
        this.shell = new Shell(gateway);
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

    private static CommandFailedException failed(CommandResult result) {
        var said = result.stderr().isBlank() ? result.stdout() : result.stderr();
        var excerpt = said.strip();
        var summary = "the command ended with exit code " + result.exitCode()
                + (excerpt.isEmpty() ? "" : ": " + excerpt.substring(0, Math.min(EXCERPT, excerpt.length())));
        return new CommandFailedException(
                summary,
                result.exitCode(),
                result.stdout(),
                result.stderr(),
                200,
                ErrorDetails.of("shell").mayHaveHappened(true));
    }
}
