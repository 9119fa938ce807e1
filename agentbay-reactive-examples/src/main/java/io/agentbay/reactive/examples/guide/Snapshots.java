package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreReport;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.Snapshot;
import java.io.PrintStream;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Context snapshots: a verified copy of every file, to list, compare and restore. */
final class Snapshots implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    Snapshots(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("released-project")
                .flatMap(context -> client.contexts()
                        .files(context)
                        .write("/mnt/data/release.txt", "1.0")
                        .then(create(context))
                        .then(client.contexts().files(context).write("/mnt/data/release.txt", "broken"))
                        .then(list(context).then())
                        .then(restore(context))
                        .then(thinOut(context)));
    }

    // tag::create[]
    Mono<Snapshot> create(AgentBayContext context) {
        return client.snapshots()
                .create(context, "v1.0-release")
                .doOnNext(made -> out.println("Snapshot created: " + made.name() + " at " + made.createdAt() + ", "
                        + made.files() + " files, " + made.consistency()));
    }
    // end::create[]

    // tag::list[]
    Flux<Snapshot> list(AgentBayContext context) {
        return client.snapshots()
                .list(context)
                .doOnNext(kept -> out.println("Snapshot: " + kept.name() + " (" + kept.createdAt() + ")"));
    }
    // end::list[]

    // tag::restore[]
    Mono<RestoreReport> restore(AgentBayContext context) {
        var snapshots = client.snapshots();
        return snapshots
                .get(context, "v1.0-release")
                .flatMap(release -> snapshots
                        .planRestore(RestoreRequest.inPlace(release)) // what would change, before anything does
                        .doOnNext(change -> out.println("would restore " + change.path()))
                        .then(snapshots.restore(
                                RestoreRequest.inPlace(release))) // a safety snapshot first, verified afterwards
                        .doOnNext(report -> out.println("Context restored from snapshot: " + report.files())));
    }
    // end::restore[]

    // tag::prune[]
    Mono<Void> thinOut(AgentBayContext context) {
        var snapshots = client.snapshots();
        var keep = Retention.keepLast(3).daily(7).within(Duration.ofDays(30));
        return snapshots
                .list(context)
                .next()
                .flatMap(newest -> snapshots.verify(newest, Depth.full())) // every object read and hashed again
                .then(snapshots.prune(context, keep))
                .then();
    }
    // end::prune[]
}
