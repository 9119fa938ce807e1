package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.ConflictException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.snapshot.RestoreReport;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Plans restores and runs them, with a safety snapshot where a context would lose something. */
final class Restores {

    private static final String SAFETY = "safety";
    private static final int NAME = 150;

    private final SnapshotWorld world;
    private final Tools tools;
    private final Vaults vaults;
    private final SnapshotOperations snapshots;

    Restores(SnapshotWorld world, Tools tools, Vaults vaults, SnapshotOperations snapshots) {
        this.world = world;
        this.tools = tools;
        this.vaults = vaults;
        this.snapshots = snapshots;
    }

    Mono<RestorePlan> plan(RestoreRequest request, Shelf.Held held) {
        return new RestorePlanner(request, held.manifest(), target(request)).plan();
    }

    private ObjectStore target(RestoreRequest request) {
        return request.context() != null
                ? vaults.context(request.context())
                : vaults.directory(Objects.requireNonNull(request.directory(), "directory"));
    }

    Mono<RestoreReport> run(RestoreRequest request, Shelf.Held held, ProgressSink sink) {
        var context = request.context();
        if (context != null && world.mounted().test(context)) {
            return Mono.error(mounted(context));
        }
        if (context != null && world.known().contains(context)) {
            return Mono.error(isStore(context));
        }
        return plan(request, held)
                .flatMap(plan -> safety(request, plan).flatMap(safety -> run(request, held, plan, safety, sink)));
    }

    private static ConflictException mounted(ContextId context) {
        return new ConflictException(
                "a session of this client mounts " + context + "; close it before restoring into the context",
                0,
                ErrorDetails.of("restore").attempts(0));
    }

    private static InvalidRequestException isStore(ContextId context) {
        return new InvalidRequestException(
                context + " is a store of snapshots; restore into another context",
                0,
                ErrorDetails.of("restore").attempts(0));
    }

    private Mono<Optional<Snapshot>> safety(RestoreRequest request, RestorePlan plan) {
        if (request.context() == null || !plan.overwrites()) {
            return Mono.just(Optional.empty());
        }
        var name = request.snapshot().name();
        var safe = SnapshotRequest.of(
                        request.context(), "before restore of " + name.substring(0, Math.min(NAME, name.length())))
                .tag(SAFETY)
                .allowingInconsistent();
        return snapshots.create(safe).map(Optional::of);
    }

    private Mono<RestoreReport> run(
            RestoreRequest request, Shelf.Held held, RestorePlan plan, Optional<Snapshot> safety, ProgressSink sink) {
        var restoring = new Restoring(held.vault().store(), target(request), tools, sink);
        return restoring.run(plan).then(Mono.fromSupplier(() -> report(plan, safety.orElse(null), restoring.meter())));
    }

    private static RestoreReport report(RestorePlan plan, @Nullable Snapshot safety, TakeMeter meter) {
        return new RestoreReport(plan.tally(), plan.bytes(), safety, meter.elapsed());
    }
}
