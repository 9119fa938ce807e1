package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings files into one session by whichever route fits. */
final class FileWriter {

    private final FileTools tools;
    private final TransferContext transfer;
    private final ContextRoute byContext;
    private final CommandRoute byCommand;
    private final ClientRuntime runtime;

    FileWriter(
            FileTools tools,
            TransferContext transfer,
            ContextRoute byContext,
            CommandRoute byCommand,
            ClientRuntime runtime) {
        this.tools = tools;
        this.transfer = transfer;
        this.byContext = byContext;
        this.byCommand = byCommand;
        this.runtime = runtime;
    }

    Folders folders() {
        return new Folders(tools, runtime.timer());
    }

    /** Small text goes by one call, anything else as bytes. */
    Mono<TransferRoute> write(String path, Bytes bytes) {
        return bytes.length() > Limits.TEXT_BYTES
                ? carry(new Incoming(path, bytes))
                : bytes.collect().flatMap(all -> writeSmall(path, all));
    }

    private Mono<TransferRoute> writeSmall(String path, byte[] all) {
        var text = PlainText.of(all);
        return text == null
                ? carry(new Incoming(path, Bytes.of(all)))
                : tools.overwrite(path, text).thenReturn(TransferRoute.FILE_TOOL);
    }

    private Mono<TransferRoute> carry(Incoming file) {
        return Mono.defer(() -> {
                    var folders = folders();
                    return transfer.find()
                            .flatMap(context -> byContext.carry(context, name(), file, folders))
                            .switchIfEmpty(Mono.defer(() -> carryByCommand(file, folders)));
                })
                .flatMap(arrival ->
                        arrival.failure() == null ? Mono.just(arrival.route()) : Mono.error(arrival.failure()));
    }

    /** Brings many files, none of them text that one call carries; each ends as an arrival, with or without failure. */
    Flux<Arrival> carryAll(List<Incoming> files, Folders folders) {
        var byBatch = transfer.find().flatMapMany(context -> byContext.carry(context, name(), files, folders));
        var byParts = Flux.fromIterable(files).flatMap(file -> carryByCommand(file, folders), Limits.BATCHES_AT_ONCE);
        return byBatch.switchIfEmpty(byParts);
    }

    private Mono<Arrival> carryByCommand(Incoming file, Folders folders) {
        return byCommand
                .carry(file, folders)
                .then(Mono.fromSupplier(() -> new Arrival(file, TransferRoute.COMMAND, null)))
                .onErrorResume(failure -> Mono.just(new Arrival(file, TransferRoute.COMMAND, failure)));
    }

    private String name() {
        return RandomName.next(runtime.random());
    }
}
