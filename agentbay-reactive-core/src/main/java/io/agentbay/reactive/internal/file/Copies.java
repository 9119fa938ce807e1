package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Copies and comparisons between the local disk and one session: directory with directory, file with file. */
final class Copies {

    private final FileTools tools;
    private final FileWriter writer;
    private final SessionView view;
    private final ClientRuntime runtime;
    private final LocalFiles local;

    Copies(FileTools tools, FileWriter writer, SessionView view, ClientRuntime runtime) {
        this.tools = tools;
        this.writer = writer;
        this.view = view;
        this.runtime = runtime;
        this.local = runtime.localFiles();
    }

    Mono<TransferReport> in(Path source, String target, Selector selector, ProgressSink sink) {
        return LocalTree.of(source, RemotePath.name(target), local).flatMap(tree -> {
            var meter = new TransferMeter(sink, runtime::nanos);
            return other(tree, target, selector)
                    .flatMap(other -> new CopyIn(tools, writer, local, meter, tree, directory(tree, target), other)
                            .run(selector));
        });
    }

    Flux<Difference> compare(Path source, String target, Selector selector) {
        return LocalTree.of(source, RemotePath.name(target), local)
                .flatMapMany(tree ->
                        other(tree, target, selector).flatMapMany(other -> new Comparison(tree, other).run(selector)));
    }

    Mono<TransferReport> out(Path target, String source, Selector selector, ProgressSink sink) {
        return tools.stat(source)
                .switchIfEmpty(Mono.error(() -> FileTools.notFound(source, "get_file_info")))
                .flatMap(entry -> {
                    var meter = new TransferMeter(sink, runtime::nanos);
                    return entry.isFile()
                            ? fileOut(entry, target, meter)
                            : view.tree(source, selector).flatMap(other -> directoryOut(other, target, source, meter));
                });
    }

    private Mono<TransferReport> fileOut(FileEntry entry, Path target, TransferMeter meter) {
        var directory = RemotePath.parent(entry.path());
        var name = RemotePath.name(entry.path());
        var other = new ToolTree(tools, directory, Map.of(name, entry.size()), local);
        return new CopyOut(tools, local, meter, other, directory, any -> target).run();
    }

    private Mono<TransferReport> directoryOut(OtherSide other, Path target, String source, TransferMeter meter) {
        return new CopyOut(tools, local, meter, other, source, name -> LocalTarget.resolve(target, name)).run();
    }

    /** What the target holds already: looked into only if it exists. */
    private Mono<OtherSide> other(LocalTree tree, String target, Selector selector) {
        var directory = directory(tree, target);
        return tools.stat(target)
                .flatMap(entry -> tree.single() != null
                        ? Mono.just(known(directory, Collections.singletonMap(RemotePath.name(target), null)))
                        : view.tree(target, selector))
                .switchIfEmpty(Mono.fromSupplier(() -> known(directory, Map.of())));
    }

    private OtherSide known(String directory, Map<String, @Nullable Long> files) {
        return new ToolTree(tools, directory, files, local);
    }

    private static String directory(LocalTree tree, String target) {
        return tree.single() == null ? target : RemotePath.parent(target);
    }
}
