package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.invariant.Restored;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreReport;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import java.nio.file.Path;
import reactor.core.publisher.Mono;

/** Snapshots of contexts, in the stores beside them. */
final class SnapshotDeeds {

    /** Keeps all there are: forgetting is a deed of its own. */
    private static final Retention ALL = Retention.keepLast(1_000);

    private SnapshotDeeds() {}

    private static SnapshotOperations snapshots(Actor actor) {
        return actor.client().api().snapshots();
    }

    static Deed create(String context, boolean exact) {
        return new Deed(
                "snapshot " + context,
                (actor, op) -> ContextDeeds.known(actor, context)
                        .doOnNext(id -> actor.world().snapshots().source(id.value()))
                        .flatMap(id -> {
                            var request = SnapshotRequest.of(id, op.step());
                            return snapshots(actor).create(exact ? request : request.allowingInconsistent());
                        })
                        .doOnNext(snapshot -> emitted(actor, op, snapshot)));
    }

    private static void emitted(Actor actor, Op op, Snapshot snapshot) {
        actor.world().snapshots().emitted(op, snapshot);
        op.tells(snapshot.id() + " " + snapshot.files() + " files " + snapshot.consistency());
    }

    /** Frees what was marked long enough, and marks what is referred to by nobody. */
    static Deed prune(String context) {
        return new Deed(
                "prune " + context,
                (actor, op) -> ContextDeeds.known(actor, context)
                        .flatMap(id -> snapshots(actor).prune(id, ALL))
                        .doOnNext(report ->
                                op.tells(report.bytesFreed() + " freed " + report.bytesMarked() + " marked")));
    }

    /** Forgets the newest or the oldest. */
    static Deed forget(String context, boolean newest) {
        return new Deed(
                "forget " + (newest ? "newest of " : "oldest of ") + context,
                (actor, op) -> ContextDeeds.known(actor, context)
                        .flatMap(id -> snapshots(actor)
                                .list(id)
                                .collectList()
                                .filter(all -> !all.isEmpty())
                                .map(all -> all.get(newest ? 0 : all.size() - 1))
                                .doOnNext(actor.world().snapshots()::forgetting)
                                .doOnNext(one -> op.tells(one.id()))
                                .flatMap(one -> snapshots(actor)
                                        .store(id)
                                        .forget(one)
                                        .doOnSuccess(done -> gone(actor, op, one)))));
    }

    private static void gone(Actor actor, Op op, Snapshot one) {
        var stays = actor.world().stores().isThere(one.id());
        op.claims("I5", () -> stays ? op.step() + " forgot " + one.id() + ", and its manifest is there" : null);
    }

    static Deed verify(String context) {
        return new Deed(
                "verify " + context,
                (actor, op) -> ContextDeeds.known(actor, context)
                        .flatMap(id -> snapshots(actor).store(id).verify(Depth.full())));
    }

    /** Restores the newest, back where it came from or into a directory. */
    static Deed restore(String context, boolean inPlace) {
        return new Deed(
                "restore " + context + (inPlace ? " in place" : ""),
                (actor, op) -> ContextDeeds.known(actor, context)
                        .flatMap(id -> snapshots(actor).list(id).next())
                        .flatMap(one -> inPlace ? inPlace(actor, op, one) : intoDirectory(actor, op, one)));
    }

    private static Mono<RestoreReport> intoDirectory(Actor actor, Op op, Snapshot one) {
        var target = Path.of("/restored");
        return snapshots(actor).restore(RestoreRequest.into(one, target)).doOnNext(report -> {
            var violation = new Restored(actor.world(), op, one).directory(actor.client(), target);
            op.claims("I5", () -> violation);
        });
    }

    private static Mono<RestoreReport> inPlace(Actor actor, Op op, Snapshot one) {
        return snapshots(actor)
                .restore(RestoreRequest.inPlace(one).deletingExtras())
                .doOnNext(report -> {
                    if (report.safety() != null) {
                        emitted(actor, op, report.safety());
                    }
                    op.claims(
                            "I5",
                            () -> new Restored(actor.world(), op, one)
                                    .context(one.context().value()));
                });
    }
}
