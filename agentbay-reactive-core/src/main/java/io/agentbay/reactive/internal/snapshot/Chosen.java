package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.nio.ByteBuffer;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Some objects of a place, as if there were no others.
 *
 * @param place where they are
 * @param names which ones
 */
record Chosen(ObjectStore place, Set<String> names) implements ObjectStore {

    @Override
    public Flux<StoredObject> list(String folder) {
        return place.list(folder).filter(object -> names.contains(object.name()));
    }

    @Override
    public Flux<ByteBuffer> get(String name) {
        return place.get(name);
    }

    @Override
    public Mono<Void> put(String name, Content content) {
        return place.put(name, content);
    }

    @Override
    public Mono<Void> flush() {
        return place.flush();
    }

    @Override
    public Mono<Void> delete(String name) {
        return place.delete(name);
    }
}
