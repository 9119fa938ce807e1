package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.internal.sync.ContextLooker;
import io.agentbay.reactive.internal.sync.SeenFile;
import io.agentbay.reactive.internal.wire.ContextWire;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks into a context by its listings and by signed GETs. */
final class DefaultContextLooker implements ContextLooker {

    private final ContextWire wire;
    private final SignedDownloads downloads;

    DefaultContextLooker(ContextWire wire, SignedDownloads downloads) {
        this.wire = wire;
        this.downloads = downloads;
    }

    @Override
    public Flux<SeenFile> walk(String contextId, String mountPath) {
        var root = RemotePath.trim(mountPath);
        return new ContextListing(wire, contextId)
                .walk(root, Selector.all(), 1)
                .filter(listed -> listed.entry().isFile())
                .map(listed -> seen(root, listed));
    }

    private static SeenFile seen(String root, ContextListing.Listed listed) {
        var entry = listed.entry();
        return new SeenFile(RemotePath.relative(root, entry.path()), entry.size(), listed.modified());
    }

    @Override
    public Mono<SeenFile> head(String contextId, String mountPath, String path) {
        return downloads
                .look(contextId, RemotePath.resolve(RemotePath.trim(mountPath), path))
                .map(head -> new SeenFile(path, head.size(), head.version()))
                .onErrorResume(FileTools::isMissing, missing -> Mono.empty());
    }

    @Override
    public Mono<String> sha256(String contextId, String mountPath, String path) {
        return Sha256.of(downloads.bytes(contextId, RemotePath.resolve(RemotePath.trim(mountPath), path)))
                .onErrorResume(FileTools::isMissing, missing -> Mono.empty());
    }
}
