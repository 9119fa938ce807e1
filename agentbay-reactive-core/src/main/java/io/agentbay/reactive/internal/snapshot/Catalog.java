package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.snapshot.format.CatalogName;
import io.agentbay.reactive.internal.snapshot.format.DocumentException;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.internal.snapshot.format.Mark;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import io.agentbay.reactive.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of one store: read and proved by their names, written under new names and read back. */
final class Catalog {

    private final ObjectStore store;
    private final Tools tools;
    private final CatalogMemory memory;

    Catalog(ObjectStore store, Tools tools, CatalogMemory memory) {
        this.store = store;
        this.tools = tools;
        this.memory = memory;
    }

    /** One listing, and what this client knows better. */
    Mono<CatalogView> view() {
        return store.list(Layout.CATALOG).collectList().map(this::view);
    }

    private CatalogView view(List<StoredObject> listed) {
        Map<CatalogName, @Nullable Instant> marks = new LinkedHashMap<>();
        Set<CatalogName> names = new LinkedHashSet<>(memory.written());
        for (var object : listed) {
            name(object).ifPresent(name -> {
                names.add(name);
                marks.put(name, object.modified());
            });
        }
        names.removeIf(memory::isRemoved);
        marks.keySet().removeIf(name -> name.isSnapshot() || !names.contains(name));
        return new CatalogView(
                names.stream()
                        .filter(CatalogName::isSnapshot)
                        .sorted(newestFirst())
                        .toList(),
                marks,
                listed.stream().anyMatch(object -> object.name().equals(Layout.MARKER)));
    }

    private static java.util.Optional<CatalogName> name(StoredObject object) {
        return CatalogName.parse(object.name().substring(Layout.CATALOG.length() + 1));
    }

    private static Comparator<CatalogName> newestFirst() {
        return Comparator.comparing((CatalogName name) -> name.id()).reversed();
    }

    /** A manifest as it is stored now; empty when it is gone, {@code VerificationFailedException} when it is damaged. */
    Mono<Manifest> manifest(CatalogName name) {
        return read(name, tools.manifests()::decode);
    }

    /** A mark as it is stored now; as {@link #manifest}. */
    Mono<Mark> mark(CatalogName name) {
        return read(name, tools.marks()::decode);
    }

    /** Manifests read now, in this order; one that is damaged ends it. */
    Flux<Manifest> manifests(List<CatalogName> names) {
        return Flux.fromIterable(names).flatMapSequential(this::manifest, Limits.MANIFESTS_AT_ONCE, 1);
    }

    /** What is read of manifests, in this order; those that are damaged are named by one error after all others. */
    static <T> Flux<T> readable(List<CatalogName> names, Function<CatalogName, Mono<T>> read) {
        return Flux.defer(() -> {
            List<VerificationFailedException> damaged = Collections.synchronizedList(new ArrayList<>());
            return Flux.fromIterable(names)
                    .flatMapSequential(
                            name -> read.apply(name)
                                    .doOnError(VerificationFailedException.class, damaged::add)
                                    .onErrorComplete(VerificationFailedException.class),
                            Limits.MANIFESTS_AT_ONCE,
                            1)
                    .concatWith(Mono.defer(() ->
                            damaged.isEmpty() ? Mono.empty() : Mono.error(Damage.together(List.copyOf(damaged)))));
        });
    }

    /** What users see of a manifest; as {@link #manifest}, without reading the names of its files. */
    Mono<Snapshot> head(CatalogName name) {
        return read(name, tools.manifests()::decodeHead);
    }

    private <T> Mono<T> read(CatalogName name, Decoder<T> decoder) {
        return Streams.collect(store.get(name.path()))
                .onErrorResume(Damage::isAbsent, gone -> Mono.empty())
                .publishOn(tools.runtime().files())
                .flatMap(bytes -> Mono.fromCallable(() -> decode(name, bytes, decoder)))
                .onErrorMap(DocumentException.class, broken -> damaged(name, broken));
    }

    private static <T> T decode(CatalogName name, byte[] bytes, Decoder<T> decoder) throws DocumentException {
        if (!name.names(bytes)) {
            throw Damage.corrupt(
                    "the document " + name.text() + " is not what was written: " + bytes.length + " other bytes",
                    name.path());
        }
        return decoder.decode(bytes);
    }

    private static Throwable damaged(CatalogName name, DocumentException broken) {
        return Damage.corrupt("the document " + name.text() + " is damaged: " + broken.getMessage(), name.path());
    }

    /** Writes what is made for a new id, reads it back and emits its name; a name is never used twice. */
    Mono<CatalogName> publishManifest(Function<String, Manifest> made) {
        return publish(id -> {
            var manifest = made.apply(id);
            var bytes = tools.manifests().encode(manifest);
            return new Named(CatalogName.snapshot(id, manifest.source().value(), bytes), bytes);
        });
    }

    Mono<CatalogName> publishMark(Mark mark) {
        return publish(id -> {
            var bytes = tools.marks().encode(mark);
            return new Named(CatalogName.mark(id, bytes), bytes);
        });
    }

    private Mono<CatalogName> publish(Function<String, Named> made) {
        return Mono.fromSupplier(() -> made.apply(tools.newId()))
                .subscribeOn(tools.runtime().files())
                .flatMap(this::write)
                .repeatWhenEmpty(Limits.PUBLISHED - 1, again -> again)
                .onErrorMap(IllegalStateException.class, tooOften -> lost());
    }

    /** Empty when the store did not keep it: then it is tried under another name. */
    private Mono<CatalogName> write(Named document) {
        var name = document.name();
        return store.put(name.path(), Content.of(document.bytes()))
                .then(store.flush())
                .then(Streams.collect(store.get(name.path())))
                .onErrorResume(Damage::isAbsent, gone -> Mono.empty())
                .filter(name::names)
                .map(same -> name)
                .doOnNext(memory::written)
                .switchIfEmpty(Mono.defer(() -> remove(name).then(Mono.empty())));
    }

    private static Throwable lost() {
        return Damage.missing(
                "the store acknowledged a document " + Limits.PUBLISHED + " times and did not keep it", Layout.CATALOG);
    }

    Mono<Void> remove(CatalogName name) {
        return store.delete(name.path()).doOnSuccess(done -> memory.removed(name));
    }

    /** Says that this is a store; the same bytes each time. */
    Mono<Void> writeMarker() {
        return store.put(Layout.MARKER, Content.of(Layout.MARKER_TEXT));
    }

    List<CatalogName> of(CatalogView view, String context) {
        List<CatalogName> names = new ArrayList<>(view.snapshots());
        names.removeIf(name -> !name.isOf(context));
        return names;
    }

    private record Named(CatalogName name, byte[] bytes) {}

    private interface Decoder<T> {
        T decode(byte[] bytes) throws DocumentException;
    }
}
