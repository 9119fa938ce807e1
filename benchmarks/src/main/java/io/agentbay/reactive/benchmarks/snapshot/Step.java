package io.agentbay.reactive.benchmarks.snapshot;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import io.agentbay.reactive.snapshot.SnapshotStore;
import java.nio.file.Path;
import reactor.core.publisher.Mono;

/** One step in a JVM of its own; the key is in AGENTBAY_API_KEY. */
public final class Step {

    private Step() {}

    /** Arguments: endpoint, {@code snapshot} or {@code restore}, store, target of a restore. */
    public static void main(String[] arguments) {
        try (var client = AgentBayClient.builder().endpoint(arguments[0]).build()) {
            var snapshots = client.snapshots().in(SnapshotStore.directory(Path.of(arguments[2])));
            System.out.println(client.contexts()
                    .get(OurKeeper.CONTEXT)
                    .flatMap(context -> run(snapshots, context, arguments))
                    .block());
        }
    }

    private static Mono<String> run(SnapshotOperations snapshots, AgentBayContext context, String[] arguments) {
        return arguments[1].equals("snapshot")
                ? snapshots.create(context, "benchmark").map(String::valueOf)
                : snapshots
                        .list(context)
                        .next()
                        .flatMap(latest -> snapshots.restore(RestoreRequest.into(latest, Path.of(arguments[3]))))
                        .map(String::valueOf);
    }
}
