package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.event.Operation.Kind;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.internal.event.Operations.Spec;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.runtime.Both;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.PruneReport;
import io.agentbay.reactive.snapshot.RestoreReport;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import io.agentbay.reactive.snapshot.SnapshotStore;
import io.agentbay.reactive.snapshot.StoreOperations;
import io.agentbay.reactive.snapshot.VerifyReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link SnapshotOperations} over listings and signed URLs. */
public final class DefaultSnapshotOperations implements SnapshotOperations {

    private final SnapshotWorld world;
    private final Tools tools;
    private final Vaults vaults;
    private final @Nullable SnapshotStore place;
    private final Shelf shelf;
    private final Restores restores;

    private DefaultSnapshotOperations(SnapshotWorld world, Tools tools, Vaults vaults, @Nullable SnapshotStore place) {
        this.world = world;
        this.tools = tools;
        this.vaults = vaults;
        this.place = place;
        this.shelf = new Shelf(vaults, place);
        this.restores = new Restores(world, tools, vaults, new Safety(this, vaults));
    }

    /** The operations of one client, keeping snapshots in companion contexts. */
    public static DefaultSnapshotOperations of(SnapshotWorld world) {
        var tools = Tools.of(world.runtime(), world.json());
        var vaults = new Vaults(world.contexts(), world.files(), tools, world.known());
        return new DefaultSnapshotOperations(world, tools, vaults, null);
    }

    @Override
    public Mono<Snapshot> create(ContextRef context, String name) {
        return create(SnapshotRequest.of(context, name));
    }

    @Override
    public Mono<Snapshot> create(SnapshotRequest request) {
        Objects.requireNonNull(request, "request");
        return create(request, vaults.context(request.context()));
    }

    /** A snapshot of what a place holds that goes by the id of the request. */
    Mono<Snapshot> create(SnapshotRequest request, ObjectStore source) {
        return world.operations()
                .run(
                        spec(Kind.SNAPSHOT, request.context()),
                        Manifest::snapshot,
                        sink -> taking(request, source, sink, false).flatMap(Taking::run))
                .map(Manifest::snapshot);
    }

    /**
     * A snapshot that counts only once what it stored was read back and all it refers to was found; one that fails this
     * is forgotten.
     */
    Mono<Snapshot> createVerified(SnapshotRequest request) {
        return world.operations()
                .run(
                        spec(Kind.SNAPSHOT, request.context()),
                        Manifest::snapshot,
                        sink -> taking(request, vaults.context(request.context()), sink, true)
                                .flatMap(taking -> taking.run()
                                        .delayUntil(manifest -> prove(manifest.snapshot(), taking.stored(), sink))))
                .map(Manifest::snapshot);
    }

    private Mono<Void> prove(Snapshot snapshot, Set<String> stored, ProgressSink sink) {
        return shelf.with(snapshot, held -> verify(held, sink, Choice.in(stored)))
                .onErrorResume(
                        VerificationFailedException.class,
                        damaged -> store(snapshot.context()).forget(snapshot).then(Mono.error(damaged)))
                .then();
    }

    private Mono<Taking> taking(SnapshotRequest request, ObjectStore source, ProgressSink sink, boolean thorough) {
        if (world.known().contains(request.context())) {
            return Mono.error(refused(request.context() + " is itself a store of snapshots"));
        }
        if (world.archived().test(request.context())) {
            return Mono.error(refused(request.context() + " holds archives instead of files; mount it as files"));
        }
        return vaults.make(place, request.context())
                .map(vault -> new Taking(request, source, vault, tools, meter(sink), thorough));
    }

    private static InvalidRequestException refused(String why) {
        return new InvalidRequestException(why, 0, ErrorDetails.of("snapshot").attempts(0));
    }

    private TakeMeter meter(ProgressSink sink) {
        return new TakeMeter(sink, tools.runtime()::nanos);
    }

    private static Spec spec(Kind kind, ContextId context) {
        return new Spec(kind, null, context.value(), null);
    }

    @Override
    public Mono<Snapshot> get(ContextRef context, String nameOrId) {
        Objects.requireNonNull(nameOrId, "nameOrId");
        return shelf.find(context, nameOrId).switchIfEmpty(Mono.error(() -> Shelf.missing(nameOrId)));
    }

    @Override
    public Flux<Snapshot> list(ContextRef context) {
        Objects.requireNonNull(context, "context");
        return shelf.of(context);
    }

    @Override
    public Flux<Difference> diff(Snapshot older, Snapshot newer) {
        Objects.requireNonNull(older, "older");
        Objects.requireNonNull(newer, "newer");
        return Both.of(manifest(older), manifest(newer), Comparing::of).flatMapMany(differences -> differences);
    }

    private Mono<Manifest> manifest(Snapshot snapshot) {
        return shelf.with(snapshot, held -> Mono.just(held.manifest()));
    }

    @Override
    public Flux<Difference> planRestore(RestoreRequest request) {
        Objects.requireNonNull(request, "request");
        return shelf.with(request.snapshot(), held -> restores.plan(request, held))
                .flatMapIterable(RestorePlan::differences);
    }

    @Override
    public Mono<RestoreReport> restore(RestoreRequest request) {
        Objects.requireNonNull(request, "request");
        var id = request.context() == null ? null : request.context().value();
        var spec = new Spec(Kind.RESTORE, null, id, request.subPath());
        return world.operations()
                .run(
                        spec,
                        report -> report,
                        sink -> shelf.with(request.snapshot(), held -> restores.run(request, held, sink)));
    }

    @Override
    public Flux<Snapshot> planPrune(ContextRef context, Retention keep) {
        Objects.requireNonNull(keep, "keep");
        return list(context).collectList().flatMapIterable(all -> notKept(all, keep));
    }

    private List<Snapshot> notKept(List<Snapshot> all, Retention keep) {
        return Thinning.notKept(keep, tools.runtime().clock().instant(), all);
    }

    @Override
    public Mono<PruneReport> prune(ContextRef context, Retention keep) {
        Objects.requireNonNull(keep, "keep");
        return world.operations()
                .run(spec(Kind.PRUNE, context.id()), report -> report, sink -> prune(context, keep, meter(sink)));
    }

    private Mono<PruneReport> prune(ContextRef context, Retention keep, TakeMeter meter) {
        return shelf.vault(context)
                .flatMap(vault -> planPrune(context, keep)
                        .collectList()
                        .doOnNext(gone -> meter.phase(Phase.TRANSFERRING))
                        .delayUntil(gone -> Flux.fromIterable(gone)
                                .concatMap(snapshot -> DefaultStoreOperations.forget(vault, snapshot.id())))
                        .flatMap(gone -> free(vault, gone, meter)))
                .defaultIfEmpty(new PruneReport(List.of(), 0, 0, Duration.ZERO));
    }

    private Mono<PruneReport> free(Vault vault, List<Snapshot> gone, TakeMeter meter) {
        var pruning = new Pruning(vault, tools, meter);
        return pruning.sweep()
                .doOnNext(freed -> meter.phase(Phase.CONFIRMING))
                .flatMap(freed -> pruning.mark().map(marked -> new PruneReport(gone, freed, marked, meter.elapsed())));
    }

    @Override
    public Mono<VerifyReport> verify(Snapshot snapshot, Depth depth) {
        Objects.requireNonNull(depth, "depth");
        return world.operations()
                .run(
                        spec(Kind.VERIFY, snapshot.context()),
                        report -> report,
                        sink -> shelf.with(
                                snapshot,
                                held -> verify(
                                        held,
                                        sink,
                                        Choice.of(depth, tools.runtime().random()))));
    }

    private Mono<VerifyReport> verify(Shelf.Held held, ProgressSink sink, Predicate<Group> chosen) {
        var what = "the snapshot " + held.manifest().snapshot().name();
        return new Verification(held.vault().store(), tools, sink)
                .run(what, held.manifest().files(), chosen, Flux.empty());
    }

    @Override
    public StoreOperations store(ContextRef context) {
        return new DefaultStoreOperations(world, tools, shelf, Objects.requireNonNull(context, "context"));
    }

    @Override
    public SnapshotOperations in(SnapshotStore store) {
        return at(Objects.requireNonNull(store, "store"));
    }

    DefaultSnapshotOperations at(SnapshotStore store) {
        return new DefaultSnapshotOperations(world, tools, vaults, store);
    }
}
