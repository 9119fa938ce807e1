package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of one session. */
final class DefaultSessionFiles implements SessionFiles {

    private final FileTools tools;
    private final FileWriter writer;
    private final RangeReader reader;
    private final ToolLook listings;
    private final SessionSide side;
    private final Copies copies;
    private final Watches watches;
    private final ClientRuntime runtime;
    private final long maxTextBytes;

    DefaultSessionFiles(
            FileTools tools,
            FileWriter writer,
            RangeReader reader,
            SessionView view,
            Watches watches,
            FileSystems shared) {
        this.tools = tools;
        this.writer = writer;
        this.reader = reader;
        this.listings = new ToolLook(tools);
        this.watches = watches;
        this.runtime = shared.runtime();
        this.side = new SessionSide(tools, writer, reader, view, runtime.localFiles());
        this.copies = new Copies(side, runtime, shared.operations());
        this.maxTextBytes = shared.maxTextBytes();
    }

    @Override
    public Mono<Void> write(String path, String text) {
        return write(path, PlainText.content(text));
    }

    @Override
    public Mono<Void> write(String path, Content content) {
        var checked = RemotePath.checkFile(path);
        Objects.requireNonNull(content, "content");
        return side.guarded(Bytes.of(content, runtime.localFiles()).flatMap(bytes -> writer.write(checked, bytes)))
                .then();
    }

    @Override
    public Mono<Void> append(String path, Content content) {
        var checked = RemotePath.checkFile(path);
        Objects.requireNonNull(content, "content");
        var appender = new Appender(tools, writer);
        return side.guarded(Bytes.of(content, runtime.localFiles()).flatMap(bytes -> appender.append(checked, bytes)));
    }

    @Override
    public Flux<ByteBuffer> read(String path) {
        return reader.read(RemotePath.checkFile(path));
    }

    @Override
    public Mono<String> readText(String path) {
        return reader.readText(RemotePath.checkFile(path), maxTextBytes);
    }

    @Override
    public Flux<Map.Entry<String, String>> readMany(List<String> paths) {
        var checked = paths.stream().map(RemotePath::checkFile).toList();
        return Flux.range(0, checked.size())
                .flatMapSequential(
                        at -> reader.readText(checked.get(at), maxTextBytes)
                                .map(text -> Map.entry(paths.get(at), text)),
                        Limits.STREAMS_AT_ONCE,
                        1);
    }

    @Override
    public Mono<FileEntry> find(String path) {
        return tools.stat(RemotePath.check(path));
    }

    @Override
    public Flux<FileEntry> list(String directory) {
        return tools.list(RemotePath.check(directory)).flatMapIterable(entries -> entries);
    }

    @Override
    public Flux<FileEntry> walk(String directory, Selector selector) {
        return listings.walk(RemotePath.check(directory), Objects.requireNonNull(selector, "selector"));
    }

    /** A hit says only where: each is looked at, a few at a time, and one that vanished is left out. */
    @Override
    public Flux<FileEntry> search(String directory, String pattern) {
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("pattern must not be empty: give a part of a name or a pattern");
        }
        return tools.search(RemotePath.check(directory), pattern)
                .flatMapSequential(tools::stat, Limits.CALLS_AT_ONCE, 1);
    }

    @Override
    public Flux<FileChange> watch(String directory) {
        return watches.watch(RemotePath.check(directory));
    }

    @Override
    public Flux<FileChange> watchWhile(String directory, Mono<?> work) {
        return watches.watchWhile(RemotePath.check(directory), Objects.requireNonNull(work, "work"));
    }

    @Override
    public Mono<Void> createDirectory(String path) {
        return tools.createDirectory(RemotePath.checkFile(path));
    }

    @Override
    public Mono<Void> move(String from, String to) {
        var source = RemotePath.checkFile(from);
        var target = RemotePath.checkFile(to);
        return side.guarded(Mono.defer(() -> new Mover(tools).move(source, target, Touches.anything())));
    }

    @Override
    public Mono<Void> delete(String path) {
        return tools.delete(RemotePath.checkFile(path));
    }

    @Override
    public Mono<Void> edit(String path, List<Edit> edits) {
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("edits must not be empty: name at least one text to replace");
        }
        return tools.edit(RemotePath.checkFile(path), List.copyOf(edits));
    }

    @Override
    public Mono<TransferReport> copyFrom(Path local, String path, Selector selector) {
        return copies.copyFrom(local, path, selector);
    }

    @Override
    public Mono<TransferReport> copyTo(Path local, String path, Selector selector) {
        return copies.copyTo(local, path, selector);
    }

    @Override
    public Flux<Difference> compare(Path local, String path, Selector selector) {
        return copies.compare(local, path, selector);
    }
}
