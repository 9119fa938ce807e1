package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings files into a session: small text by one call each, anything else in batches. */
final class SessionCarrier implements Carrier {

    private final FileTools tools;
    private final FileWriter writer;
    private final LocalFiles local;
    private final String directory;
    private final TransferMeter meter;
    private final Folders folders;

    SessionCarrier(FileTools tools, FileWriter writer, LocalFiles local, String directory, TransferMeter meter) {
        this.tools = tools;
        this.writer = writer;
        this.local = local;
        this.directory = directory;
        this.meter = meter;
        this.folders = writer.folders();
    }

    @Override
    public Mono<Void> carry(Flux<LocalFile> files) {
        var large = files.flatMap(this::writeIfText, Limits.CALLS_AT_ONCE, 1);
        return Batches.of(large)
                .flatMap(this::carryBatch, Limits.BATCHES_AT_ONCE, 1)
                .then();
    }

    /** Completes empty when the file is done, or failed; otherwise with the file, whose bytes another way takes. */
    private Mono<LocalFile> writeIfText(LocalFile file) {
        return file.size() > Limits.TEXT_BYTES
                ? Mono.just(file)
                : file.bytes(local)
                        .collect()
                        .flatMap(bytes -> writeIfText(file, bytes))
                        .onErrorResume(
                                error -> meter.settle(file.relative(), error).then(Mono.empty()));
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

    private Mono<Void> carryBatch(List<LocalFile> files) {
        var parcels = files.stream()
                .map(file -> new Parcel(file, target(file), local, meter))
                .collect(Collectors.toMap(parcel -> parcel.incoming().target(), Function.identity()));
        var incoming = parcels.values().stream().map(Parcel::incoming).toList();
        return writer.carryAll(incoming, folders)
                .concatMap(arrival -> arrived(parcels, arrival))
                .onErrorResume(
                        error -> Flux.fromIterable(files).concatMap(file -> meter.settle(file.relative(), error)))
                .then();
    }

    private Mono<Void> arrived(Map<String, Parcel> parcels, Arrival arrival) {
        var parcel = parcels.get(arrival.file().target());
        if (parcel == null) {
            return Mono.empty();
        }
        var file = parcel.file();
        if (arrival.failure() != null) {
            parcel.takeBack();
            return meter.settle(file.relative(), arrival.failure());
        }
        return Mono.fromRunnable(() -> meter.moved(file.relative(), file.size(), arrival.route()));
    }

    @Override
    public Mono<Void> makeEmpty(List<String> directories) {
        return Flux.fromIterable(directories)
                .flatMap(
                        relative -> folders.directory(RemotePath.resolve(directory, relative))
                                .onErrorResume(error -> meter.settle(relative, error)),
                        Limits.CALLS_AT_ONCE)
                .then();
    }

    private String target(LocalFile file) {
        return RemotePath.resolve(directory, file.relative());
    }
}
