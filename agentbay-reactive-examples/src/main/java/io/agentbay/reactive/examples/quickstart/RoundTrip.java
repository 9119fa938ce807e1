package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreReport;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.sync.Mount;
import java.util.List;
import reactor.core.publisher.Mono;

/** A snapshot of what was saved, a change in the context, and back: proved by reading everything again. */
final class RoundTrip {

    private static final int KEPT = 2;

    private final AgentBayClient client;
    private final SourceTree source;
    private final Mount mount;
    private final Progression progression;

    RoundTrip(AgentBayClient client, SourceTree source, Mount mount, Progression progression) {
        this.client = client;
        this.source = source;
        this.mount = mount;
        this.progression = progression;
    }

    Mono<BroughtBack> of(AgentBayContext context) {
        var snapshots = client.snapshots();
        return progression
                .in(Phase.SNAPSHOT, snapshots.create(context, "quick start"))
                .flatMap(taken -> progression
                        .in(Phase.RESTORE, change(context).then(snapshots.restore(RestoreRequest.inPlace(taken))))
                        .flatMap(restored -> progression.in(Phase.VERIFY, verified(taken, restored))))
                .delayUntil(done -> snapshots.prune(context, Retention.keepLast(KEPT)));
    }

    /** Of the files in the context that are safe on this machine, one gets other bytes and one is deleted. */
    private Mono<Void> change(AgentBayContext context) {
        var files = client.contexts().files(context);
        List<String> paths = source.files().stream()
                .limit(2)
                .map(file -> mount.resolve(file.path()))
                .toList();
        return switch (paths.size()) {
            case 0 -> Mono.empty();
            case 1 -> files.write(paths.get(0), "changed by the quick start");
            default -> files.write(paths.get(0), "changed by the quick start").then(files.delete(paths.get(1)));
        };
    }

    /** Every object read and hashed again, and no file of the context otherwise than in the snapshot. */
    private Mono<BroughtBack> verified(Snapshot taken, RestoreReport restored) {
        var snapshots = client.snapshots();
        return snapshots
                .verify(taken, Depth.full())
                .then(snapshots
                        .planRestore(RestoreRequest.inPlace(taken))
                        .map(Difference::path)
                        .collectList())
                .map(left -> new BroughtBack(taken, restored, left));
    }
}
