package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.file.TransferReport;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Objects in memory as the files of a context. */
record LabFiles(MemoryObjects objects) implements FileStore {

    @Override
    public Mono<Void> write(String path, String text) {
        return objects.put(path, Content.of(text));
    }

    @Override
    public Mono<Void> write(String path, Content content) {
        return objects.put(path, content);
    }

    @Override
    public Flux<ByteBuffer> read(String path) {
        return objects.get(path);
    }

    @Override
    public Flux<FileEntry> walk(String directory, Selector selector) {
        return objects.list(directory)
                .map(one -> new FileEntry(one.name(), FileEntry.Type.FILE, one.size(), one.modified()));
    }

    @Override
    public Mono<Void> delete(String path) {
        return objects.delete(path);
    }

    @Override
    public Mono<String> readText(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<FileEntry> find(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flux<FileEntry> list(String directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<TransferReport> copyFrom(Path local, String path, Selector selector) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<TransferReport> copyTo(Path local, String path, Selector selector) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flux<Difference> compare(Path local, String path, Selector selector) {
        throw new UnsupportedOperationException();
    }
}
