package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.internal.context.KnownStores;
import io.agentbay.reactive.internal.event.SilentOperations;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import io.agentbay.reactive.snapshot.VerifyReport;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A source and a store in memory, time that only moves when nothing else does, and a new client for every call. */
final class Lab {

    static final ContextId CONTEXT = ContextId.of("c-1");

    private final Random random = new Random(5);
    final QuickRuntime runtime = new QuickRuntime();
    final MemoryObjects source = new MemoryObjects(() -> runtime.clock().instant());
    final MemoryObjects store = new MemoryObjects(() -> runtime.clock().instant());
    private final Tools tools = Tools.of(runtime, JsonCodec.lenient());

    byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    void file(String path, int size) {
        source.set(path, bytes(size));
    }

    Vault vault() {
        return new Vault(store, new Catalog(store, tools, new CatalogMemory()), "the store", true, null);
    }

    Mono<Manifest> taking(SnapshotRequest request) {
        return Mono.defer(() -> new Taking(request, source, vault(), tools, meter(), false).run());
    }

    TakeMeter meter() {
        return new TakeMeter(new SilentOperations(), runtime::nanos);
    }

    Snapshot take(String name) {
        return get(taking(SnapshotRequest.of(CONTEXT, name))).snapshot();
    }

    Manifest manifest(String id) {
        return manifests().stream()
                .filter(manifest -> manifest.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Manifest> manifests() {
        var catalog = vault().catalog();
        return get(catalog.view()
                .flatMapMany(view -> catalog.manifests(view.snapshots()))
                .collectList());
    }

    VerifyReport verify(String id, Depth depth) {
        return get(Mono.defer(() -> {
            var files = manifest(id).files();
            return new Verification(store, tools, new SilentOperations())
                    .run("it", files, Choice.of(depth, runtime.random()), Flux.empty());
        }));
    }

    /** The whole of it, for callers; a context of this id beside the source is that other one. */
    DefaultSnapshotOperations operations(ContextId other, MemoryObjects files) {
        return DefaultSnapshotOperations.of(new SnapshotWorld(
                runtime,
                new SilentOperations(),
                JsonCodec.lenient(),
                LabContexts.any(),
                id -> new LabFiles(id.equals(CONTEXT) ? source : id.equals(other) ? files : store),
                id -> false,
                id -> false,
                new KnownStores()));
    }

    /** What a snapshot restores into an empty target. */
    MemoryObjects restored(String id) {
        var target = new MemoryObjects(() -> runtime.clock().instant());
        var manifest = manifest(id);
        var request = RestoreRequest.into(manifest.snapshot(), ContextId.of("c-2"));
        get(new RestorePlanner(request, manifest, target)
                .plan()
                .flatMap(plan -> new Restoring(store, target, tools, new SilentOperations())
                        .run(plan)
                        .thenReturn(plan)));
        return target;
    }

    void forget(String id) {
        get(DefaultStoreOperations.forget(vault(), id).thenReturn(id));
    }

    /** Everything goes. */
    void delete() {
        get(DefaultStoreOperations.empty(vault()).thenReturn(true));
    }

    long sweep() {
        return get(Mono.defer(() -> new Pruning(vault(), tools, meter()).sweep()));
    }

    long mark() {
        return get(Mono.defer(() -> new Pruning(vault(), tools, meter()).mark()));
    }

    void prune() {
        sweep();
        mark();
    }

    /** Waits by moving the time; errors are thrown as they are. */
    <T> T get(Mono<T> work) {
        var future = work.toFuture();
        for (var step = 0; step < 100 && !future.isDone(); step++) {
            runtime.advance(Duration.ofSeconds(1));
        }
        try {
            return future.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException error) {
            throw (RuntimeException) error.getCause();
        } catch (InterruptedException | TimeoutException error) {
            throw new AssertionError(error);
        }
    }
}
