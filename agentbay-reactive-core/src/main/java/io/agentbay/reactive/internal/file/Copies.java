package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Copies and comparisons between the local disk and one other side: directory with directory, file with file. */
final class Copies {

    private final CopySide side;
    private final ClientRuntime runtime;
    private final LocalFiles local;
    private final Operations operations;

    Copies(CopySide side, ClientRuntime runtime, Operations operations) {
        this.side = side;
        this.runtime = runtime;
        this.local = runtime.localFiles();
        this.operations = operations;
    }

    Mono<TransferReport> copyFrom(Path source, String path, Selector selector) {
        var target = checked(source, path, selector);
        return transfer(
                target,
                meter -> LocalTree.of(source, RemotePath.name(target), local)
                        .flatMap(tree -> existing(tree, target, selector)
                                .flatMap(other -> new CopyIn(
                                                side.carrier(directory(tree, target), meter), meter, tree, other)
                                        .run(selector))));
    }

    Mono<TransferReport> copyTo(Path target, String path, Selector selector) {
        var source = checked(target, path, selector);
        return transfer(
                source,
                meter -> side.stat(source)
                        .switchIfEmpty(Mono.error(() -> FileTools.notFound(source, "copyTo")))
                        .flatMap(entry -> entry.isFile()
                                ? fileOut(entry, target, meter)
                                : side.tree(source, selector)
                                        .flatMap(other -> directoryOut(other, target, source, meter))));
    }

    Flux<Difference> compare(Path source, String path, Selector selector) {
        var target = checked(source, path, selector);
        return LocalTree.of(source, RemotePath.name(target), local)
                .flatMapMany(tree -> existing(tree, target, selector)
                        .flatMapMany(other -> new Comparison(tree, other).run(selector)));
    }

    /** One operation, told by what its meter counts. */
    Mono<TransferReport> transfer(String path, Function<TransferMeter, Mono<TransferReport>> work) {
        return operations.run(
                side.operation(path),
                report -> report,
                sink -> side.guarded(Mono.defer(() -> work.apply(meter(sink)))));
    }

    private TransferMeter meter(ProgressSink sink) {
        return new TransferMeter(sink, runtime::nanos);
    }

    private Mono<TransferReport> fileOut(FileEntry entry, Path target, TransferMeter meter) {
        var directory = RemotePath.parent(entry.path());
        var other = side.known(directory, Map.of(RemotePath.name(entry.path()), entry.size()));
        return new CopyOut(side, local, meter, other, directory, new Destination(target, true)).run();
    }

    private Mono<TransferReport> directoryOut(OtherSide other, Path target, String source, TransferMeter meter) {
        return new CopyOut(side, local, meter, other, source, new Destination(target, false)).run();
    }

    private Mono<OtherSide> existing(LocalTree tree, String target, Selector selector) {
        return side.existing(target, tree.single() != null, selector);
    }

    private static String directory(LocalTree tree, String target) {
        return tree.single() == null ? target : RemotePath.parent(target);
    }

    private static String checked(Path local, String path, Selector selector) {
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(selector, "selector");
        return RemotePath.check(path);
    }
}
