package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One context as the other side of copies. */
record ContextSide(
        String contextId, ContextListing listing, SignedUploads uploads, SignedDownloads downloads, LocalFiles local)
        implements CopySide {

    @Override
    public Operations.Spec operation(String path) {
        return new Operations.Spec(Operation.Kind.TRANSFER, null, contextId, path);
    }

    @Override
    public <T> Mono<T> guarded(Mono<T> work) {
        return work;
    }

    /** A file is asked for by its key, which no listing's lag hides; a directory is what has something below it. */
    @Override
    public Mono<FileEntry> stat(String path) {
        var file = path.equals("/") ? Mono.<FileEntry>empty() : object(path);
        return file.switchIfEmpty(Mono.defer(() -> listing.list(path).next().map(any -> FileEntry.directory(path))));
    }

    private Mono<FileEntry> object(String path) {
        return downloads
                .look(contextId, path)
                .map(head -> new FileEntry(path, FileEntry.Type.FILE, head.size(), head.modifiedAt()))
                .onErrorResume(FileTools::isMissing, none -> Mono.empty());
    }

    @Override
    public Mono<OtherSide> tree(String directory, Selector selector) {
        return listing.walk(directory, selector, Limits.PAGES_AHEAD)
                .map(ContextListing.Listed::entry)
                .filter(FileEntry::isFile)
                .collect(
                        HashMap<String, @Nullable Long>::new,
                        (files, file) -> files.put(RemotePath.relative(directory, file.path()), file.size()))
                .map(files -> known(directory, files));
    }

    @Override
    public OtherSide known(String directory, Map<String, @Nullable Long> files) {
        return new ContextTree(this, directory, files);
    }

    @Override
    public Mono<OtherSide> existing(String target, boolean single, Selector selector) {
        return single
                ? Mono.fromSupplier(
                        () -> known(RemotePath.parent(target), Collections.singletonMap(RemotePath.name(target), null)))
                : tree(target, selector);
    }

    @Override
    public Flux<ByteBuffer> read(String path, Consumer<TransferRoute> route) {
        return downloads.bytes(contextId, path);
    }

    @Override
    public TransferRoute readRoute() {
        return TransferRoute.SIGNED_URL;
    }

    @Override
    public int readAtOnce() {
        return Limits.OBJECTS_AT_ONCE;
    }

    @Override
    public Carrier carrier(String directory, TransferMeter meter) {
        return new ContextCarrier(this, directory, meter);
    }
}
