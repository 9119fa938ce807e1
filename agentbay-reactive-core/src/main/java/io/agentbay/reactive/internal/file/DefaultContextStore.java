package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.internal.sync.ContextStore;
import io.agentbay.reactive.internal.wire.ContextWire;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Single files of contexts by signed addresses, each asked for just before. */
final class DefaultContextStore implements ContextStore {

    private final ContextWire wire;
    private final SignedDownloads downloads;
    private final SignedUploads uploads;

    DefaultContextStore(ContextWire wire, SignedDownloads downloads, SignedUploads uploads) {
        this.wire = wire;
        this.downloads = downloads;
        this.uploads = uploads;
    }

    @Override
    public Mono<Stored> look(String contextId, String mountPath, String path) {
        return Mono.defer(() -> {
            AtomicLong size = new AtomicLong();
            Flux<ByteBuffer> bytes =
                    read(contextId, mountPath, path).doOnNext(buffer -> size.addAndGet(buffer.remaining()));
            return Sha256.of(bytes)
                    .map(hash -> new Stored(size.get(), hash))
                    .onErrorResume(FileTools::isMissing, missing -> Mono.empty());
        });
    }

    @Override
    public Flux<ByteBuffer> read(String contextId, String mountPath, String path) {
        return downloads.bytes(contextId, key(mountPath, path));
    }

    @Override
    public Mono<Void> write(String contextId, String mountPath, String path, long length, Flux<ByteBuffer> bytes) {
        return uploads.put(contextId, key(mountPath, path), new Bytes(length, true, bytes));
    }

    @Override
    public Mono<Void> delete(String contextId, String mountPath, String path) {
        return wire.deleteFile(contextId, key(mountPath, path))
                .onErrorResume(FileTools::isMissing, missing -> Mono.empty());
    }

    private static String key(String mountPath, String path) {
        return RemotePath.resolve(RemotePath.trim(mountPath), path);
    }
}
