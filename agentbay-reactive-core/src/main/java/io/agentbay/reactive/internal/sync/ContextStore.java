package io.agentbay.reactive.internal.sync;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and changes single files of a context by key, which no listing delays. */
public interface ContextStore {

    /** Size and hash of what a signed GET returns now; empty when the file is not there. */
    Mono<Stored> look(String contextId, String mountPath, String path);

    /** Its bytes on demand, read anew by each subscriber; {@code NotFoundException} when it is not there. */
    Flux<ByteBuffer> read(String contextId, String mountPath, String path);

    /** Creates or replaces it at once; the bytes may be asked for again after a failure. */
    Mono<Void> write(String contextId, String mountPath, String path, long length, Flux<ByteBuffer> bytes);

    /** Deletes it; completes also when it is not there. */
    Mono<Void> delete(String contextId, String mountPath, String path);

    /**
     * What is stored under a key.
     *
     * @param sha256 lower-case hex
     */
    record Stored(long size, String sha256) {}
}
