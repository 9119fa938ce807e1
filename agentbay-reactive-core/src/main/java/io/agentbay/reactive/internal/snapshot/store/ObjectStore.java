package io.agentbay.reactive.internal.snapshot.store;

import io.agentbay.reactive.common.Content;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Objects by absolute name, with forward slashes. Reading by name sees a put at once; listings may lag; the last writer
 * wins, so who must not overwrite uses a name once.
 */
public interface ObjectStore {

    /** Stores an object whole or not at all; safe to repeat. */
    Mono<Void> put(String name, Content content);

    /** Returns once the names of what was put are as durable as the bytes; who reports success waits for it. */
    Mono<Void> flush();

    /** The bytes of an object on demand; {@code NotFoundException} when there is none. */
    Flux<ByteBuffer> get(String name);

    /** Everything below a folder at any depth, in no order; nothing for a folder that is not there. */
    Flux<StoredObject> list(String folder);

    /** Deletes an object; completes also when there is none. */
    Mono<Void> delete(String name);
}
