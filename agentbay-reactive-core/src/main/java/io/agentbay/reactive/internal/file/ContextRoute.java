package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.internal.runtime.Background;
import io.agentbay.reactive.internal.sync.SyncRounds;
import io.agentbay.reactive.internal.wire.ContextWire;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.internal.wire.SyncWire.InternalContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way of bytes through the transfer context: signed PUTs, one sync for all of them, a look at the sizes, moves
 * into place, and the objects removed afterwards.
 */
final class ContextRoute {

    private final FileTools tools;
    private final SignedUploads uploads;
    private final ContextWire wire;
    private final SyncRounds rounds;
    private final SessionView view;
    private final Background background;
    private final Mover mover;

    ContextRoute(
            FileTools tools,
            SignedUploads uploads,
            ContextWire wire,
            SyncRounds rounds,
            SessionView view,
            Background background) {
        this.tools = tools;
        this.uploads = uploads;
        this.wire = wire;
        this.rounds = rounds;
        this.view = view;
        this.background = background;
        this.mover = new Mover(tools);
    }

    /** A single file syncs its own path. */
    Mono<Arrival> carry(InternalContext context, String name, Incoming file, Folders folders) {
        var staged = new Staged(file, RemotePath.resolve(RemotePath.trim(context.path()), name));
        return carry(context, List.of(staged), staged.path(), folders).next();
    }

    /** Many files share a directory of their own, and one sync of it. */
    Flux<Arrival> carry(InternalContext context, String name, List<Incoming> files, Folders folders) {
        var directory = RemotePath.resolve(RemotePath.trim(context.path()), name) + "/";
        var staged = Flux.range(0, files.size())
                .map(number -> new Staged(files.get(number), directory + number))
                .collectList();
        return staged.flatMapMany(all -> carry(context, all, directory, folders));
    }

    private Flux<Arrival> carry(InternalContext context, List<Staged> files, String path, Folders folders) {
        return Flux.fromIterable(files)
                .flatMap(file -> stage(context, file), Limits.STREAMS_AT_ONCE)
                .collectList()
                .flatMapMany(staged -> settle(context, staged, path, folders))
                .doFinally(end -> background.run("Removing transferred objects", remove(context, files)));
    }

    /** An arrival with a failure, or none while the file is on its way. */
    private Mono<Step> stage(InternalContext context, Staged file) {
        return uploads.put(context.contextId(), file.path(), file.file().bytes())
                .thenReturn(new Step(file, null))
                .onErrorResume(failure -> Mono.just(new Step(file, failure)));
    }

    private Flux<Arrival> settle(InternalContext context, List<Step> steps, String path, Folders folders) {
        var failed =
                Flux.fromIterable(steps).filter(step -> step.failure != null).map(Step::arrival);
        var staged = steps.stream()
                .filter(step -> step.failure == null)
                .map(step -> step.file)
                .toList();
        return staged.isEmpty() ? failed : Flux.concat(failed, bring(context, staged, path, folders));
    }

    private Flux<Arrival> bring(InternalContext context, List<Staged> staged, String path, Folders folders) {
        var key = new SyncRounds.Key(context.contextId(), path, Direction.DOWNLOAD);
        return rounds.run(key, null)
                .then(Mono.defer(() -> view.sizesOf(path, staged)))
                .flatMapMany(sizes ->
                        Flux.fromIterable(staged).flatMap(file -> land(file, sizes, folders), Limits.CALLS_AT_ONCE))
                .onErrorResume(failure -> Flux.fromIterable(staged).map(file -> arrival(file, failure)));
    }

    private Mono<Arrival> land(Staged staged, Map<String, Long> sizes, Folders folders) {
        return Mono.justOrEmpty(sizes.get(staged.path()))
                .switchIfEmpty(Mono.defer(() -> sizeOf(staged.path())))
                .flatMap(size ->
                        size == staged.file().bytes().length() ? Mono.empty() : Mono.error(differs(staged, size)))
                .then(folders.parentOf(staged.file().target()))
                .then(Mono.defer(() -> mover.place(
                        staged.path(),
                        staged.file().target(),
                        staged.file().bytes().length())))
                .then(Mono.fromSupplier(() -> arrival(staged, null)))
                .onErrorResume(failure -> Mono.just(arrival(staged, failure)));
    }

    private Mono<Long> sizeOf(String path) {
        return tools.stat(path)
                .map(entry -> entry.size())
                .switchIfEmpty(Mono.error(() -> FileTools.notFound(path, "get_file_info")));
    }

    private Mono<Void> remove(InternalContext context, List<Staged> files) {
        return Flux.fromIterable(files)
                .flatMapDelayError(
                        file -> wire.deleteFile(context.contextId(), file.path())
                                .onErrorResume(FileTools::isMissing, gone -> Mono.empty()),
                        Limits.RANGES_AHEAD,
                        1)
                .then();
    }

    private static Arrival arrival(Staged staged, @Nullable Throwable failure) {
        return new Arrival(staged.file(), TransferRoute.TRANSFER_CONTEXT, failure);
    }

    private static VerificationFailedException differs(Staged staged, long size) {
        var target = staged.file().target();
        return new VerificationFailedException(
                size + " of " + staged.file().bytes().length() + " bytes of " + target + " arrived in the session",
                List.of(),
                List.of(target),
                List.of(),
                ErrorDetails.of("transfer"));
    }

    /** A file after its PUT. */
    private record Step(Staged file, @Nullable Throwable failure) {
        Arrival arrival() {
            return ContextRoute.arrival(file, failure);
        }
    }
}
