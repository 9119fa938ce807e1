package io.agentbay.reactive.local.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a store loses and what others do while a snapshot is taken, at chosen moments between its calls. */
class SnapshotFaultTests {

    private static final String PUT = "PUT";

    @TempDir
    Path directory;

    private final Interference interference = new Interference();
    private SnapshotBench bench;
    private AgentBayClient client;

    @BeforeEach
    void start() {
        bench = new SnapshotBench(directory.resolve("data"));
        client = bench.local()
                .clientBuilder()
                .filter(interference)
                .clock(new ServiceTime(bench.local().clock()))
                .build();
        bench.write("/mnt/data/a", 300_000);
        bench.write("/mnt/data/b", 1_000);
    }

    @AfterEach
    void stop() {
        client.close();
        bench.close();
    }

    private SnapshotOperations snapshots() {
        return client.snapshots();
    }

    private Snapshot take(String name) {
        return bench.wait(snapshots().create(bench.context(), name));
    }

    /** Another program with the same key deletes them from the store. */
    private Mono<Void> lose(String folder) {
        var contexts = bench.client().contexts();
        return contexts.get("agentbay-snapshots-of-" + bench.context().id().value())
                .flatMap(store -> contexts.files(store)
                        .walk("/agentbay-snapshots/" + folder, Selector.all())
                        .filter(FileEntry::isFile)
                        .filter(file -> !file.name().startsWith("store-"))
                        .concatMap(file -> contexts.files(store).delete(file.path()))
                        .then());
    }

    private void requireWhole(Snapshot snapshot) {
        bench.wait(bench.snapshots().verify(snapshot, Depth.full()));
        var target = directory.resolve("restored-" + snapshot.id());
        bench.wait(bench.snapshots().restore(RestoreRequest.into(snapshot, target)));
        assertThat(target.resolve("mnt/data/a")).hasBinaryContent(bench.read("/mnt/data/a"));
        assertThat(target.resolve("mnt/data/b")).hasBinaryContent(bench.read("/mnt/data/b"));
    }

    @Test
    void anUploadThatWasAcknowledgedAndIsGoneIsRepaired() {
        interference.after(PUT, 2, () -> lose("objects"));

        var snapshot = take("v1");

        assertThat(interference.isOver()).isTrue();
        requireWhole(snapshot);
    }

    @Test
    void aStoreThatKeepsLosingUploadsIsNamedAndLeavesNoSnapshot() {
        interference.after(PUT, Integer.MAX_VALUE, () -> lose("objects"));

        assertThatThrownBy(() -> take("v1"))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        error -> assertThat(error.missing()).containsExactly("/mnt/data/a", "/mnt/data/b"));

        assertThat(bench.snapshots().list(bench.context()).collectList().block())
                .isEmpty();
    }

    @Test
    void aManifestThatIsLostIsWrittenAgainOrTheSnapshotFails() {
        interference.after(PUT, Integer.MAX_VALUE, () -> lose("catalog"));

        assertThatThrownBy(() -> take("v1")).isInstanceOf(VerificationFailedException.class);
        assertThatThrownBy(() -> bench.wait(client.backups().daily(bench.context())))
                .isInstanceOf(VerificationFailedException.class);

        interference.after(PUT, 3, () -> lose("catalog"));
        requireWhole(take("v2"));
    }

    /** What a plain snapshot relies on without looking, a backup looks for. */
    @Test
    void aBackupStoresAgainWhatAnEarlierSnapshotLost() {
        take("v1");
        lose("objects").block();

        requireWhole(bench.wait(client.backups().now(bench.context())));
    }

    @Test
    void aPruneAtAnyMomentOfASnapshotCostsItNothing() {
        for (int call : new int[] {2, 7, 12, 17}) {
            bench.write("/mnt/data/b", 1_000 + call);
            take("base " + call);
            bench.write("/mnt/data/b", 2_000 + call);
            var daysLater = call > 5;
            interference.after(call, () -> forgetAndPrune(daysLater));

            var snapshot = take("during " + call);

            requireWhole(snapshot);
        }
    }

    /** Everything before is forgotten; with the grace over, what it alone held is deleted, too. */
    private Mono<Void> forgetAndPrune(boolean daysLater) {
        var others = bench.snapshots();
        var prune = others.prune(bench.context(), Retention.keepLast(1));
        var forget = others.list(bench.context())
                .concatMap(snapshot -> others.store(bench.context()).forget(snapshot))
                .then(prune);
        var sweep = Mono.fromRunnable(() -> bench.local().clock().advance(Duration.ofHours(25)))
                .then(prune);
        return Flux.concat(forget, daysLater ? sweep : Mono.empty()).then();
    }
}
