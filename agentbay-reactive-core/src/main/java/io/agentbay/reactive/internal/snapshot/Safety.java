package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import io.agentbay.reactive.snapshot.SnapshotStore.InDirectory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Keeps what a restore is about to overwrite or delete; refuses what no snapshot brings back. */
final class Safety {

    private static final String TAG = "safety";
    private static final int NAME = 150;

    private final DefaultSnapshotOperations snapshots;
    private final Vaults vaults;

    Safety(DefaultSnapshotOperations snapshots, Vaults vaults) {
        this.snapshots = snapshots;
        this.vaults = vaults;
    }

    /** The safety snapshot; nothing where the target loses nothing. */
    Mono<Optional<Snapshot>> before(RestoreRequest request, RestorePlan plan) {
        return plan.lost()
                .map(StoredObject::name)
                .filter(name -> name.contains(Layout.ROOT + "/"))
                .findFirst()
                .map(store -> Mono.<Optional<Snapshot>>error(holdsStore(store)))
                .orElseGet(() -> plan.overwrites() ? taken(request, plan) : Mono.just(Optional.empty()));
    }

    private Mono<Optional<Snapshot>> taken(RestoreRequest request, RestorePlan plan) {
        var context = request.context();
        var directory = request.directory();
        var place = request.safetyStore();
        if (context != null) {
            var there = place == null ? snapshots : snapshots.at(place);
            return there.create(wanted(request, context)).map(Optional::of);
        }
        if (directory == null || place == null || isWithin(place, directory)) {
            return Mono.error(refused("what the restore overwrites in " + directory
                    + " has no place outside of it; name one by safetyIn(store)"));
        }
        Set<String> lost = plan.lost().map(StoredObject::name).collect(Collectors.toSet());
        var source = new Chosen(vaults.directory(directory), lost);
        var id = ContextId.of(Snapshot.DIRECTORY + directory.toAbsolutePath().normalize());
        return snapshots.at(place).create(wanted(request, id), source).map(Optional::of);
    }

    private static boolean isWithin(Object place, Path directory) {
        return place instanceof InDirectory local
                && local.directory()
                        .toAbsolutePath()
                        .normalize()
                        .startsWith(directory.toAbsolutePath().normalize());
    }

    private static SnapshotRequest wanted(RestoreRequest request, ContextId source) {
        var name = request.snapshot().name();
        return SnapshotRequest.of(source, "before restore of " + name.substring(0, Math.min(NAME, name.length())))
                .tag(TAG)
                .allowingInconsistent();
    }

    private static InvalidRequestException holdsStore(String name) {
        return refused("the restore would change the store of snapshots that holds " + name
                + "; restore into another place, or only what lies beside the store");
    }

    private static InvalidRequestException refused(String why) {
        return new InvalidRequestException(why, 0, ErrorDetails.of("restore").attempts(0));
    }
}
