package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One copy from the local disk into a session. */
final class CopyIn {

    private final FileTools tools;
    private final FileWriter writer;
    private final LocalFiles local;
    private final TransferMeter meter;
    private final Folders folders;
    private final LocalTree tree;
    private final String directory;
    private final OtherSide other;

    CopyIn(
            FileTools tools,
            FileWriter writer,
            LocalFiles local,
            TransferMeter meter,
            LocalTree tree,
            String directory,
            OtherSide other) {
        this.tools = tools;
        this.writer = writer;
        this.local = local;
        this.meter = meter;
        this.folders = writer.folders();
        this.tree = tree;
        this.directory = directory;
        this.other = other;
    }

    Mono<TransferReport> run(Selector selector) {
        return CopyPlan.of(tree, selector)
                .doOnNext(plan -> meter.plan(plan.files(), plan.bytes()))
                .flatMap(plan -> moveAll(selector)
                        .then(Mono.defer(() -> makeEmpty(plan.emptyDirectories())))
                        .then(Mono.defer(() -> outcome(plan))));
    }

    private Mono<TransferReport> outcome(CopyPlan plan) {
        return meter.failures().isEmpty()
                ? Mono.fromSupplier(() -> meter.report(other.comparedBy(), plan.skipped()))
                : Mono.error(meter.failures().error("copyFrom"));
    }

    private Mono<Void> moveAll(Selector selector) {
        var large = changed(tree.files(selector)).flatMap(this::writeIfText, Limits.CALLS_AT_ONCE, 1);
        return Batches.of(large).flatMap(this::carry, Limits.BATCHES_AT_ONCE, 1).then();
    }

    private Flux<LocalFile> changed(Flux<LocalFile> files) {
        return other.files().isEmpty()
                ? files
                : files.buffer(Limits.COMPARED_AT_ONCE).concatMap(this::changed, 1);
    }

    private Flux<LocalFile> changed(List<LocalFile> files) {
        return other.same(files, false)
                .onErrorResume(error -> TransferFailures.isFatal(error) ? Mono.error(error) : Mono.just(Set.of()))
                .doOnNext(same -> countUnchanged(files, same))
                .flatMapIterable(same -> files.stream()
                        .filter(file -> !same.contains(file.relative()))
                        .toList());
    }

    private void countUnchanged(List<LocalFile> files, Set<String> same) {
        files.stream()
                .filter(file -> same.contains(file.relative()))
                .forEach(file -> meter.unchanged(file.relative(), file.size()));
    }

    /** Completes empty when the file is done, or failed; otherwise with the file, whose bytes another way takes. */
    private Mono<LocalFile> writeIfText(LocalFile file) {
        return file.size() > Limits.TEXT_BYTES
                ? Mono.just(file)
                : file.bytes(local)
                        .collect()
                        .flatMap(bytes -> writeIfText(file, bytes))
                        .onErrorResume(error -> failed(file, error).then(Mono.empty()));
    }

    private Mono<LocalFile> writeIfText(LocalFile file, byte[] bytes) {
        var text = PlainText.of(bytes);
        if (text == null) {
            return Mono.just(file);
        }
        var target = target(file);
        return tools.overwrite(target, text).then(Mono.fromRunnable(() -> {
            folders.exists(RemotePath.parent(target));
            meter.sent(file.size());
            meter.moved(file.relative(), file.size(), TransferRoute.FILE_TOOL);
        }));
    }

    private Mono<Void> carry(List<LocalFile> files) {
        var parcels = files.stream()
                .map(file -> new Parcel(file, target(file), local, meter))
                .collect(Collectors.toMap(parcel -> parcel.incoming().target(), Function.identity()));
        var incoming = parcels.values().stream().map(Parcel::incoming).toList();
        return writer.carryAll(incoming, folders)
                .concatMap(arrival -> arrived(parcels, arrival))
                .onErrorResume(error -> Flux.fromIterable(files).concatMap(file -> failed(file, error)))
                .then();
    }

    private Mono<Void> arrived(Map<String, Parcel> parcels, Arrival arrival) {
        var parcel = parcels.get(arrival.file().target());
        if (parcel == null) {
            return Mono.empty();
        }
        var file = parcel.file();
        if (arrival.failure() != null) {
            parcel.takeBack(meter);
            return failed(file, arrival.failure());
        }
        return Mono.fromRunnable(() -> meter.moved(file.relative(), file.size(), arrival.route()));
    }

    private Mono<Void> makeEmpty(List<String> directories) {
        return Flux.fromIterable(directories)
                .flatMap(
                        relative -> folders.directory(RemotePath.resolve(directory, relative))
                                .onErrorResume(error -> failed(relative, error)),
                        Limits.CALLS_AT_ONCE)
                .then();
    }

    private Mono<Void> failed(LocalFile file, Throwable error) {
        return failed(file.relative(), error);
    }

    private Mono<Void> failed(String relative, Throwable error) {
        return TransferFailures.isFatal(error)
                ? Mono.error(error)
                : Mono.fromRunnable(() -> meter.failed(relative, error));
    }

    private String target(LocalFile file) {
        return RemotePath.resolve(directory, file.relative());
    }
}
