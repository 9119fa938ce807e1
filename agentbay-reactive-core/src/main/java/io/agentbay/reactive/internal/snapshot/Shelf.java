package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.internal.snapshot.format.CatalogName;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotStore;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds snapshots in the stores of their contexts. */
record Shelf(Vaults vaults, @Nullable SnapshotStore place) {

    Mono<Vault> vault(ContextRef source) {
        return vaults.open(place, source);
    }

    /**
     * The snapshots of one context, newest first, each read when asked for; damaged ones are named by an error after
     * the others.
     */
    Flux<Snapshot> of(ContextRef source) {
        return read(
                        source,
                        (catalog, view) ->
                                Catalog.readable(catalog.of(view, source.id().value()), catalog::head))
                .filter(snapshot -> snapshot.context().equals(source.id()));
    }

    /** All snapshots of the store of a context, as {@link #of}. */
    Flux<Snapshot> snapshots(ContextRef source) {
        return read(source, (catalog, view) -> Catalog.readable(view.snapshots(), catalog::head));
    }

    /** All manifests of the store of a context, as {@link #of}. */
    Flux<Manifest> manifests(ContextRef source) {
        return read(source, (catalog, view) -> Catalog.readable(view.snapshots(), catalog::manifest));
    }

    /** The newest snapshot of a context by this name or id; one that is damaged and may be it is an error. */
    Mono<Snapshot> find(ContextRef source, String nameOrId) {
        return read(
                        source,
                        (catalog, view) -> Flux.fromIterable(
                                        wanted(catalog.of(view, source.id().value()), nameOrId))
                                .concatMap(catalog::head, 1))
                .filter(snapshot -> snapshot.context().equals(source.id()))
                .filter(snapshot ->
                        snapshot.name().equals(nameOrId) || snapshot.id().equals(nameOrId))
                .next();
    }

    /** An id stands in the name of its manifest, what people call it in the manifest alone. */
    private static List<CatalogName> wanted(List<CatalogName> names, String nameOrId) {
        var byId = names.stream().filter(name -> name.id().equals(nameOrId)).toList();
        return byId.isEmpty() ? names : byId;
    }

    private <T> Flux<T> read(ContextRef source, Choice<T> choice) {
        return vault(source)
                .map(Vault::catalog)
                .flatMapMany(catalog -> catalog.view().flatMapMany(view -> choice.of(catalog, view)));
    }

    /** The manifest of a snapshot and the store it is in; {@code NotFoundException} when it is not there now. */
    <T> Mono<T> with(Snapshot snapshot, Function<Held, Mono<T>> work) {
        return vault(snapshot.context())
                .flatMap(vault -> manifest(vault, snapshot.id()).map(manifest -> new Held(vault, manifest)))
                .switchIfEmpty(Mono.error(() -> missing(snapshot.id())))
                .flatMap(work);
    }

    private static Mono<Manifest> manifest(Vault vault, String id) {
        return vault.catalog()
                .view()
                .flatMap(view -> vault.catalog()
                        .manifests(named(view, id))
                        .filter(manifest -> manifest.id().equals(id))
                        .next());
    }

    static List<CatalogName> named(CatalogView view, String id) {
        return view.snapshots().stream().filter(name -> name.id().equals(id)).toList();
    }

    static NotFoundException missing(String name) {
        return new NotFoundException(
                "no such snapshot: " + name, NotFoundException.Kind.SNAPSHOT, name, 0, ErrorDetails.of("snapshot"));
    }

    /** A manifest and where it was read from. */
    record Held(Vault vault, Manifest manifest) {}

    private interface Choice<T> {
        Flux<T> of(Catalog catalog, CatalogView view);
    }
}
