package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.internal.event.Operations.Spec;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.snapshot.format.CatalogName;
import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.FileVersion;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.StoreOperations;
import io.agentbay.reactive.snapshot.StoreStats;
import io.agentbay.reactive.snapshot.VerifyReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link StoreOperations} on the store of one context. */
final class DefaultStoreOperations implements StoreOperations {

    private final SnapshotWorld world;
    private final Tools tools;
    private final Shelf shelf;
    private final ContextRef source;

    DefaultStoreOperations(SnapshotWorld world, Tools tools, Shelf shelf, ContextRef source) {
        this.world = world;
        this.tools = tools;
        this.shelf = shelf;
        this.source = source;
    }

    @Override
    public Flux<Snapshot> list() {
        return shelf.snapshots(source);
    }

    @Override
    public Flux<FileVersion> find(String path) {
        Objects.requireNonNull(path, "path");
        return shelf.manifests(source)
                .flatMapIterable(manifest -> manifest.files().stream()
                        .filter(file -> file.path().equals(path))
                        .map(file -> version(manifest, file))
                        .toList());
    }

    private static FileVersion version(Manifest manifest, FileRecord file) {
        var entry = new FileEntry(file.path(), FileEntry.Type.FILE, file.size(), file.modified());
        return new FileVersion(manifest.snapshot(), entry, file.sha256());
    }

    @Override
    public Mono<Void> forget(Snapshot snapshot) {
        Objects.requireNonNull(snapshot, "snapshot");
        return forget(snapshot.id());
    }

    @Override
    public Mono<Void> forget(String snapshotId) {
        Objects.requireNonNull(snapshotId, "snapshotId");
        return shelf.vault(source).flatMap(vault -> forget(vault, snapshotId));
    }

    static Mono<Void> forget(Vault vault, String snapshotId) {
        return vault.catalog()
                .view()
                .flatMap(view -> Flux.fromIterable(Shelf.named(view, snapshotId))
                        .filter(CatalogName::isSnapshot)
                        .concatMap(vault.catalog()::remove)
                        .then());
    }

    @Override
    public Mono<StoreStats> stats() {
        return shelf.vault(source)
                .flatMap(vault -> shelf.manifests(source).collectList().flatMap(manifests -> stats(vault, manifests)))
                .defaultIfEmpty(new StoreStats(0, 0, 0, 0));
    }

    /** What manifests refer to, by path, as stored. */
    private static Map<String, Long> sizes(List<Manifest> manifests) {
        Map<String, Long> sizes = new HashMap<>();
        manifests.stream()
                .flatMap(manifest -> manifest.contents().stream())
                .forEach(content -> sizes.put(content.path(), content.stored()));
        return sizes;
    }

    private static Mono<StoreStats> stats(Vault vault, List<Manifest> manifests) {
        var referenced = sizes(manifests);
        var logical = manifests.stream()
                .mapToLong(manifest -> manifest.snapshot().bytes())
                .sum();
        var stored = referenced.values().stream().mapToLong(Long::longValue).sum();
        return vault.store()
                .list(Layout.OBJECTS)
                .filter(object -> !referenced.containsKey(object.name()))
                .map(StoredObject::size)
                .reduce(0L, Long::sum)
                .map(unreferenced -> new StoreStats(manifests.size(), logical, stored, unreferenced));
    }

    @Override
    public Mono<VerifyReport> verify(Depth depth) {
        Objects.requireNonNull(depth, "depth");
        var spec = new Spec(Kind.VERIFY, null, source.id().value(), null);
        return world.operations()
                .run(
                        spec,
                        report -> report,
                        sink -> shelf.vault(source)
                                .flatMap(vault -> shelf.manifests(source)
                                        .collectList()
                                        .flatMap(manifests -> verify(vault, manifests, depth, sink)))
                                .switchIfEmpty(Mono.error(
                                        () -> Shelf.missing(source.id().value()))));
    }

    private Mono<VerifyReport> verify(Vault vault, List<Manifest> manifests, Depth depth, ProgressSink sink) {
        var referenced = sizes(manifests).keySet();
        var extras = vault.store().list(Layout.OBJECTS).filter(object -> !referenced.contains(object.name()));
        return new Verification(vault.store(), tools, sink)
                .run(
                        "the store",
                        files(manifests),
                        Choice.of(depth, tools.runtime().random()),
                        extras);
    }

    /** Every content once, under the name of the first snapshot that has it. */
    private static List<FileRecord> files(List<Manifest> manifests) {
        Map<List<?>, FileRecord> files = new HashMap<>();
        for (var manifest : manifests) {
            manifest.files()
                    .forEach(file -> files.putIfAbsent(
                            List.of(
                                    file.sha256(),
                                    file.parts().stream()
                                            .map(part -> part.content().name())
                                            .toList(),
                                    file.path()),
                            file));
        }
        return List.copyOf(files.values());
    }

    @Override
    public Mono<Void> delete() {
        return shelf.vault(source)
                .flatMap(vault -> empty(vault).then(shelf.vaults().release(vault)));
    }

    /** Manifests go first: what is left of a delete that was cut off is no snapshot any more. */
    static Mono<Void> empty(Vault vault) {
        return vault.catalog()
                .view()
                .flatMapMany(view -> Flux.fromIterable(view.snapshots()))
                .flatMap(vault.catalog()::remove, Limits.FILES_AT_ONCE, 1)
                .thenMany(vault.store().list(Layout.ROOT))
                .map(StoredObject::name)
                .flatMap(vault.store()::delete, Limits.FILES_AT_ONCE, 1)
                .then();
    }
}
