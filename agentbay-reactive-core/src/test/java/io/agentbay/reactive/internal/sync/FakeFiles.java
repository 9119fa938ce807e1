package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.file.TransferReport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The session's side of a mount at {@code /mnt/data}, as far as a merge uses it. */
final class FakeFiles implements FileStore {

    private static final String ROOT = "/mnt/data/";

    private final FakeSides sides;

    FakeFiles(FakeSides sides) {
        this.sides = sides;
    }

    @Override
    public Mono<Void> write(String path, Content content) {
        return content.bytes()
                .map(StandardCharsets.UTF_8::decode)
                .collect(Collectors.joining())
                .doOnNext(text -> sides.session.put(name(path), text))
                .then();
    }

    @Override
    public Flux<ByteBuffer> read(String path) {
        return Flux.defer(() -> Mono.justOrEmpty(sides.session.get(name(path))))
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Mono<Void> delete(String path) {
        return Mono.fromRunnable(() -> sides.session.remove(name(path)));
    }

    private static String name(String path) {
        return path.substring(ROOT.length());
    }

    @Override
    public Mono<Void> write(String path, String text) {
        throw new UnsupportedOperationException();
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
    public Flux<FileEntry> walk(String directory, Selector selector) {
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
