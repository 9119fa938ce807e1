package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.format.StoredContent;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks whether objects are there in the size they should have: by listing, and by name what no listing shows. */
final class Presence {

    /** The length of what is not there. */
    static final long ABSENT = -1;

    private final ObjectStore store;

    Presence(ObjectStore store) {
        this.store = store;
    }

    /** Those that are not there or of another length, by name, with the length they have. */
    Mono<Map<String, Long>> lost(Collection<StoredContent> contents) {
        var folders = contents.stream().map(Presence::folder).collect(Collectors.toSet());
        return Flux.fromIterable(folders)
                .flatMap(store::list, Limits.FILES_AT_ONCE, 1)
                .collectMap(StoredObject::name, StoredObject::size)
                .flatMapMany(sizes -> Flux.fromIterable(contents)
                        .flatMap(content -> lost(content, sizes.get(content.path())), Limits.FILES_AT_ONCE, 1))
                .collectMap(Found::name, Found::length);
    }

    private static String folder(StoredContent content) {
        return Layout.object(content.name().substring(0, content.name().indexOf('/')));
    }

    private Mono<Found> lost(StoredContent content, @Nullable Long listed) {
        return listed != null && listed == content.stored() ? Mono.empty() : byName(content);
    }

    /** Listings lag, reading by name does not. */
    private Mono<Found> byName(StoredContent content) {
        return Streams.length(store.get(content.path()), content.stored())
                .onErrorResume(Damage::isAbsent, gone -> Mono.just(ABSENT))
                .filter(length -> length != content.stored())
                .map(length -> new Found(content.name(), length));
    }

    private record Found(String name, long length) {}
}
