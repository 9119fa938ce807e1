package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.ContextFiles;
import io.agentbay.reactive.context.SignedUrl;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.internal.wire.ContextWire;
import io.agentbay.reactive.internal.wire.FileUrl;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of one context. */
final class DefaultContextFiles implements ContextFiles {

    private final ContextWire wire;
    private final String contextId;
    private final ContextListing listing;
    private final ContextSide side;
    private final Copies copies;
    private final LocalFiles local;
    private final long maxTextBytes;
    private final BooleanSupplier archived;

    DefaultContextFiles(String contextId, FileSystems shared, BooleanSupplier archived) {
        this.archived = archived;
        this.wire = shared.contexts();
        this.contextId = contextId;
        this.local = shared.runtime().localFiles();
        this.listing = new ContextListing(wire, contextId);
        this.side = new ContextSide(contextId, listing, shared.uploads(), shared.downloads(), local);
        this.copies = new Copies(side, shared.runtime(), shared.operations());
        this.maxTextBytes = shared.maxTextBytes();
    }

    @Override
    public Mono<Void> write(String path, String text) {
        return write(path, PlainText.content(text));
    }

    @Override
    public Mono<Void> write(String path, Content content) {
        var target = RemotePath.checkFile(path);
        Objects.requireNonNull(content, "content");
        return copies.transfer(
                        target,
                        meter -> Bytes.of(content, local)
                                .flatMap(bytes -> new SingleWrite(side, target, meter).run(bytes)))
                .then();
    }

    @Override
    public Flux<ByteBuffer> read(String path) {
        return side.read(RemotePath.checkFile(path), route -> {});
    }

    @Override
    public Mono<String> readText(String path) {
        return WholeText.of(RemotePath.checkFile(path), read(path), maxTextBytes);
    }

    @Override
    public Mono<FileEntry> find(String path) {
        var checked = RemotePath.check(path);
        return Mono.defer(() -> side.stat(checked));
    }

    @Override
    public Flux<FileEntry> list(String directory) {
        return listing.list(RemotePath.check(directory));
    }

    @Override
    public Flux<FileEntry> walk(String directory, Selector selector) {
        Objects.requireNonNull(selector, "selector");
        return listing.walk(RemotePath.check(directory), selector, 1).map(ContextListing.Listed::entry);
    }

    /** What is not there is deleted. */
    @Override
    public Mono<Void> delete(String path) {
        var checked = RemotePath.checkFile(path);
        return Mono.defer(() -> wire.deleteFile(contextId, checked))
                .onErrorResume(FileTools::isMissing, gone -> Mono.empty());
    }

    @Override
    public Mono<TransferReport> copyFrom(Path source, String path, Selector selector) {
        return copies.copyFrom(source, path, selector);
    }

    @Override
    public Mono<TransferReport> copyTo(Path target, String path, Selector selector) {
        return copies.copyTo(target, path, selector);
    }

    @Override
    public Flux<Difference> compare(Path source, String path, Selector selector) {
        var differences = copies.compare(source, path, selector);
        return Flux.defer(() -> archived.getAsBoolean() ? Flux.error(holdsArchives()) : differences);
    }

    private InvalidRequestException holdsArchives() {
        return new InvalidRequestException(
                "context " + contextId + " was mounted as archive: it holds archives of files, which cannot be compared"
                        + " with the files in them; compare inside a session that mounts it",
                0,
                ErrorDetails.of("compare").attempts(0));
    }

    @Override
    public Mono<SignedUrl> downloadUrl(String path) {
        var checked = RemotePath.checkFile(path);
        return Mono.defer(() -> wire.downloadUrl(contextId, checked)).map(DefaultContextFiles::signed);
    }

    @Override
    public Mono<SignedUrl> uploadUrl(String path) {
        var checked = RemotePath.checkFile(path);
        return Mono.defer(() -> wire.uploadUrl(contextId, checked)).map(DefaultContextFiles::signed);
    }

    private static SignedUrl signed(FileUrl url) {
        return new SignedUrl(url.uri(), url.expiresAt());
    }
}
