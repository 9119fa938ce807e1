package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.sync.SyncRounds;
import io.agentbay.reactive.internal.tool.Shell;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.internal.wire.ContextWire;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.internal.wire.SyncWire.InternalContext;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.CommandRequest;
import io.agentbay.reactive.tool.CommandResult;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way of a large file out of a session: a copy staged where the transfer context is mounted, one upload of it, a
 * signed GET, and both copies removed afterwards.
 *
 * <p>Empty where it cannot be taken: without such a context, or where commands do not work.
 */
final class ContextExit {

    private static final Duration STAGING = Duration.ofMinutes(10);

    private final TransferContext transfer;
    private final CommandLook commands;
    private final Shell shell;
    private final SyncRounds rounds;
    private final SignedDownloads downloads;
    private final ContextWire wire;
    private final ClientRuntime runtime;

    ContextExit(TransferContext transfer, CommandLook commands, Shell shell, SyncRounds rounds, FileSystems systems) {
        this.transfer = transfer;
        this.commands = commands;
        this.shell = shell;
        this.rounds = rounds;
        this.downloads = systems.downloads();
        this.wire = systems.contexts();
        this.runtime = systems.runtime();
    }

    Flux<ByteBuffer> read(FileEntry file) {
        return transfer.find()
                .filterWhen(context -> commands.works())
                .flatMapMany(context -> read(file, staging(context)));
    }

    private Staging staging(InternalContext context) {
        var name = RandomName.next(runtime.random());
        return new Staging(
                ContextId.of(context.contextId()), RemotePath.resolve(RemotePath.trim(context.path()), name));
    }

    private Flux<ByteBuffer> read(FileEntry file, Staging staging) {
        var key = new SyncRounds.Key(staging.context.value(), staging.path, Direction.UPLOAD);
        return stage(file, staging)
                .flatMap(size -> rounds.run(key, null).thenReturn(size))
                .flatMapMany(size -> whole(file, size, downloads.bytes(staging.context.value(), staging.path)))
                .doFinally(end -> runtime.background().run("Removing a staged copy", remove(staging)));
    }

    /** The copy's size: what is read is a file as it was at one moment, also when somebody goes on writing it. */
    private Mono<Long> stage(FileEntry file, Staging staging) {
        var copy = ShellWords.quote(staging.path);
        return command("cp --reflink=auto -- " + ShellWords.quote(file.path()) + " " + copy + " && wc -c < " + copy)
                .filter(result -> result.exitCode() == 0)
                .map(result -> Long.valueOf(result.stdout().strip()))
                .onErrorResume(CommandLook::isNoAnswer, refused -> Mono.empty());
    }

    private static Flux<ByteBuffer> whole(FileEntry file, long size, Flux<ByteBuffer> bytes) {
        return Flux.defer(() -> {
            var seen = new AtomicLong();
            return bytes.doOnNext(piece -> seen.addAndGet(piece.remaining()))
                    .concatWith(Mono.defer(
                            () -> seen.get() == size ? Mono.empty() : Mono.error(differs(file, seen.get(), size))));
        });
    }

    private Mono<Void> remove(Staging staging) {
        return Mono.whenDelayError(
                command("rm -f -- " + ShellWords.quote(staging.path)),
                wire.deleteFile(staging.context.value(), staging.path)
                        .onErrorResume(FileTools::isMissing, gone -> Mono.empty()));
    }

    private Mono<CommandResult> command(String line) {
        return shell.run(CommandRequest.of(line).timeout(STAGING), Idempotency.IDEMPOTENT, Touches.nothing());
    }

    private static VerificationFailedException differs(FileEntry file, long seen, long size) {
        return new VerificationFailedException(
                seen + " of " + size + " bytes of " + file.path() + " came out of the session",
                List.of(),
                List.of(file.path()),
                List.of(),
                ErrorDetails.of("transfer"));
    }

    /** The copy of one file. */
    private record Staging(ContextId context, String path) {}
}
