package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.CommandFailedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.tool.Shell;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.CommandRequest;
import io.agentbay.reactive.tool.CommandResult;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import reactor.core.publisher.Mono;

/**
 * The way of bytes into a session without a transfer context: base64 parts by commands, each a file of its own so that
 * a repeated one is harmless, then assembled, measured and moved.
 */
final class CommandRoute {

    private static final Duration ASSEMBLY = Duration.ofMinutes(5);

    private final Shell shell;
    private final ClientRuntime runtime;
    private final Mover mover;

    CommandRoute(FileTools tools, Shell shell, ClientRuntime runtime) {
        this.shell = shell;
        this.runtime = runtime;
        this.mover = new Mover(tools);
    }

    Mono<Void> carry(Incoming file, Folders folders) {
        return Mono.defer(() -> {
            var directory = "/tmp/" + RandomName.next(runtime.random());
            return parts(directory, file.bytes())
                    .flatMap(count -> assemble(directory, count, file.bytes().length()))
                    .then(folders.parentOf(file.target()))
                    .then(Mono.defer(() -> mover.place(
                            directory + "/whole", file.target(), file.bytes().length())))
                    .doFinally(end -> runtime.background().run("Removing parts of a transfer", clean(directory)));
        });
    }

    private Mono<Long> parts(String directory, Bytes bytes) {
        var begin = command("mkdir -p " + directory + " && : > " + directory + "/0", ASSEMBLY);
        return begin.thenMany(Pieces.of(bytes.stream(), Limits.PART_BYTES).index())
                .flatMap(part -> part(directory, part.getT1() + 1, part.getT2()), Limits.RANGES_AHEAD, 1)
                .count();
    }

    private Mono<Boolean> part(String directory, long number, ByteBuffer bytes) {
        var text = Base64.getEncoder().encode(bytes);
        var line = "printf %s '" + new String(text.array(), 0, text.limit(), java.nio.charset.StandardCharsets.US_ASCII)
                + "' | base64 -d > " + directory + "/" + number;
        return command(line, CommandRequest.DEFAULT_TIMEOUT).thenReturn(true);
    }

    private Mono<Void> assemble(String directory, long count, long length) {
        var line = "cd " + directory + " && for i in $(seq 0 " + count + "); do cat $i || exit 1; done > whole"
                + " && test $(wc -c < whole) -eq " + length;
        return command(line, ASSEMBLY).then();
    }

    private Mono<Void> clean(String directory) {
        return command("rm -rf " + directory, ASSEMBLY).then();
    }

    private Mono<CommandResult> command(String line, Duration timeout) {
        return shell.run(CommandRequest.of(line).timeout(timeout), Idempotency.IDEMPOTENT, Touches.nothing())
                .flatMap(result -> result.exitCode() == 0 ? Mono.just(result) : Mono.error(failed(result)));
    }

    private static CommandFailedException failed(CommandResult result) {
        return new CommandFailedException(
                "bytes could not be put together in the session (exit code " + result.exitCode() + ")",
                result.exitCode(),
                result.stdout(),
                result.stderr(),
                200,
                ErrorDetails.of("shell"));
    }
}
