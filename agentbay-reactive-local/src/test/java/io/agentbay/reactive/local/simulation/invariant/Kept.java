package io.agentbay.reactive.local.simulation.invariant;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.local.simulation.history.Sha256;
import io.agentbay.reactive.local.simulation.history.Snapshots.Emitted;
import io.agentbay.reactive.local.simulation.history.Timed;
import io.agentbay.reactive.local.simulation.workload.SnapshotPrograms;
import io.agentbay.reactive.local.simulation.world.Client;
import io.agentbay.reactive.local.simulation.world.World;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * I5, asked by a client of its own when all is well again: every snapshot that was given to somebody and not forgotten
 * restores as it was, whatever a manifest refers to is there, and two prunes a grace apart leave nothing else.
 */
final class Kept {

    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final World world;
    private final Client client;
    private final List<String> violations = new ArrayList<>();

    Kept(World world) {
        this.world = world;
        this.client = world.client("V");
    }

    List<String> violations() {
        world.run(SETTLED);
        for (var source : world.snapshots().sources()) {
            var id = ContextId.of(source);
            wants("verify", snapshots().store(id).verify(Depth.full()), report -> {});
            prune(id);
            world.run(SnapshotPrograms.DAY);
            prune(id);
            world.run(SETTLED);
            wants("stats", snapshots().store(id).stats(), stats -> {
                if (stats.unreferencedBytes() > 0) {
                    violations.add("two prunes left " + stats.unreferencedBytes() + " bytes nothing refers to");
                }
            });
        }
        world.snapshots().kept().forEach(this::restore);
        return violations;
    }

    private SnapshotOperations snapshots() {
        return client.api().snapshots();
    }

    private void prune(ContextId id) {
        wants("prune", snapshots().prune(id, Retention.keepLast(1_000)), report -> {});
    }

    private void restore(Emitted each) {
        var target = Path.of(
                "/check", Long.toString(world.timeline().now()), each.snapshot().id());
        wants(
                "restore of " + each.snapshot().id() + " made by " + each.op().step(),
                snapshots().restore(RestoreRequest.into(each.snapshot(), target)),
                report -> compare(each, target));
    }

    private void compare(Emitted each, Path target) {
        Set<String> found = new HashSet<>();
        client.files().below(target).forEach((name, content) -> {
            found.add("/" + name);
            var hash = Sha256.of(content);
            // A listing that lags may not show yet what changed just before: NO_CHANGE_SEEN says so.
            long from = Math.max(0, each.op().invoked() - world.listingLag().toNanos());
            boolean was = object(each, "/" + name)
                    .everBetween(from, each.op().ended(), version -> hash.equals(version.hash()));
            if (!was) {
                violations.add("snapshot " + each.snapshot().id() + " holds a /" + name + " that never was");
            }
        });
        for (var key : world.truth().keys(each.snapshot().context().value())) {
            if (!found.contains(key) && stayed(object(each, key), each)) {
                violations.add(
                        "snapshot " + each.snapshot().id() + " by " + each.op().step() + " lacks " + key);
            }
        }
    }

    private Timed object(Emitted each, String key) {
        return world.truth().object(each.snapshot().context().value(), key);
    }

    /** Whether an object was there all the while, and long enough before for the slowest listing to show it. */
    private boolean stayed(Timed object, Emitted each) {
        return object.stayedBetween(
                each.op().invoked() - world.listingLag().toNanos(), each.op().ended());
    }

    /** What was never begun has no store. */
    private boolean isNoStore(Throwable error) {
        return error instanceof NotFoundException && world.snapshots().kept().isEmpty();
    }

    private <T> void wants(String what, Mono<T> work, Consumer<T> then) {
        var value = new AtomicReference<@Nullable T>();
        var end = new AtomicReference<@Nullable String>();
        work.subscribe(value::set, error -> end.set(isNoStore(error) ? "" : error.toString()), () -> end.set(""));
        boolean ended = world.runUntil(() -> end.get() != null, PATIENCE);
        var got = value.get();
        if (got != null) {
            then.accept(got);
        } else if (!ended || !"".equals(end.get())) {
            violations.add(what + " failed when all was well: " + end.get());
        }
    }
}
