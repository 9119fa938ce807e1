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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Plans restores and runs them, with a safety snapshot where the target would lose something. */
final class Restores {

    private final SnapshotWorld world;
    private final Tools tools;
    private final Vaults vaults;
    private final Safety safety;

    Restores(SnapshotWorld world, Tools tools, Vaults vaults, Safety safety) {
        this.world = world;
        this.tools = tools;
        this.vaults = vaults;
        this.safety = safety;
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
                .flatMap(plan -> safety.before(request, plan).flatMap(kept -> run(request, held, plan, kept, sink)));
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

    private Mono<RestoreReport> run(
            RestoreRequest request, Shelf.Held held, RestorePlan plan, Optional<Snapshot> kept, ProgressSink sink) {
        var restoring = new Restoring(held.vault().store(), target(request), tools, sink);
        return restoring.run(plan).then(Mono.fromSupplier(() -> report(plan, kept.orElse(null), restoring.meter())));
    }

    private static RestoreReport report(RestorePlan plan, @Nullable Snapshot kept, TakeMeter meter) {
        return new RestoreReport(plan.tally(), plan.bytes(), kept, meter.elapsed());
    }
}
