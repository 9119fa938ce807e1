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

    /** The manifests of one context, newest first, each read when asked for. */
    Flux<Manifest> of(ContextRef source) {
        return manifests(
                        source,
                        (vault, view) -> vault.catalog().of(view, source.id().value()))
                .filter(manifest -> manifest.source().equals(source.id()));
    }

    /** All manifests of the store of a context. */
    Flux<Manifest> all(ContextRef source) {
        return manifests(source, (vault, view) -> view.snapshots());
    }

    private Flux<Manifest> manifests(ContextRef source, Choice choice) {
        return vault(source)
                .flatMapMany(vault -> vault.catalog()
                        .view()
                        .map(view -> choice.of(vault, view))
                        .flatMapMany(names -> vault.catalog().manifests(names)));
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

    private interface Choice {
        List<CatalogName> of(Vault vault, CatalogView view);
    }
}
