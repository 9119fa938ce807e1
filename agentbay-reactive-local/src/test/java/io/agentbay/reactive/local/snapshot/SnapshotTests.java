package io.agentbay.reactive.local.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.Snapshot.Consistency;
import io.agentbay.reactive.snapshot.SnapshotStore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The life of snapshots against the service on this machine. */
class SnapshotTests {

    @TempDir
    Path directory;

    private SnapshotBench bench;

    @BeforeEach
    void start() {
        bench = new SnapshotBench(directory.resolve("data"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void whatWasThereComesBackToTheByte() {
        bench.write("/mnt/data/large", 9 << 20);
        bench.write("/mnt/data/empty", 0);
        bench.write("/mnt/data/small", 1000);
        bench.write("/mnt/data/deep/er/file", 300_000);
        var before = bench.content();
        var snapshot = bench.create("v1");

        bench.write("/mnt/data/small", 1000);
        bench.delete("/mnt/data/deep/er/file");
        bench.write("/mnt/data/extra", 10);
        var report = bench.wait(
                bench.snapshots().restore(RestoreRequest.inPlace(snapshot).deletingExtras()));

        assertThat(bench.content()).isEqualTo(before);
        assertThat(snapshot.consistency()).isEqualTo(Consistency.NO_CHANGE_SEEN);
        assertThat(snapshot.files()).isEqualTo(4);
        assertThat(report.files().changed().value()).isEqualTo(1);
        assertThat(report.files().added().value()).isEqualTo(1);
        assertThat(report.files().removed().value()).isEqualTo(1);
        assertThat(report.files().unchanged().value()).isEqualTo(2);
        assertThat(report.safety()).isNotNull();
        assertThat(report.safety().files()).isEqualTo(4);
    }

    /** Each page of the source twice; the catalog three times, the last manifest, and the new one there and back. */
    @Test
    void aSecondSnapshotOfNothingNewAsksForTheListingsAndTenTimesMore() {
        for (int number = 0; number < 120; number++) {
            bench.write("/mnt/data/f" + number % 2 + "/" + number, 100);
        }
        bench.create("first");
        bench.forgetRequests();

        var second = bench.create("second");

        var pagesOfFolders = 3 + 2 * 2;
        assertThat(second.storedBytes()).isZero();
        assertThat(second.files()).isEqualTo(120);
        var folders = Collections.frequency(actions(), "DescribeContextFiles");
        assertThat(folders).isEqualTo(2 * pagesOfFolders + 3);
        assertThat(actions()).hasSize(2 * pagesOfFolders + 10);
    }

    private List<String> actions() {
        return bench.requests().stream().map(AgentBayLocal.Request::action).toList();
    }

    @Test
    void theSameContentIsStoredOnce() {
        var bytes = bench.bytes(400_000);
        bench.write("/mnt/data/one", bytes);
        bench.write("/mnt/data/two", bytes);
        var first = bench.create("first");
        bench.write("/mnt/data/three", bytes);
        var second = bench.create("second");

        assertThat(first.storedBytes()).isEqualTo(400_000);
        assertThat(second.storedBytes()).isZero();
        assertThat(second.bytes()).isEqualTo(1_200_000);
    }

    @Test
    void snapshotsAreFoundComparedAndForgotten() {
        bench.write("/mnt/data/a", 10);
        var first = bench.create("first");
        bench.write("/mnt/data/b", 20);
        var second = bench.create("second");
        var store = bench.snapshots().store(bench.context());

        assertThat(bench.snapshots()
                        .list(bench.context())
                        .map(Snapshot::name)
                        .collectList()
                        .block())
                .containsExactly("second", "first");
        assertThat(bench.snapshots().diff(first, second).collectList().block())
                .containsExactly(new Difference("/mnt/data/b", Difference.Kind.ONLY_RIGHT, null, 20L));
        assertThat(store.find("/mnt/data/a").collectList().block()).hasSize(2);
        assertThat(bench.wait(store.stats()).logicalBytes()).isEqualTo(40);

        store.forget(first).block();

        StepVerifier.create(bench.snapshots().get(bench.context(), "first"))
                .verifyErrorSatisfies(error ->
                        assertThat(((NotFoundException) error).kind()).isEqualTo(NotFoundException.Kind.SNAPSHOT));
        assertThat(bench.wait(bench.snapshots().get(bench.context(), second.id())))
                .isEqualTo(second);
    }

    @Test
    void everyStoreHoldsSnapshotsAlike() {
        bench.write("/mnt/data/a", 300_000);
        var target = bench.wait(bench.client().contexts().getOrCreate("store"));
        var local = bench.snapshots().in(SnapshotStore.directory(directory.resolve("store")));
        var remote = bench.snapshots().in(SnapshotStore.context(target));
        for (var snapshots : java.util.List.of(local, remote)) {
            var snapshot = bench.wait(snapshots.create(bench.context(), "v1"));
            bench.wait(snapshots.verify(snapshot, Depth.full()));

            var into = directory.resolve("restored-" + snapshot.id());
            bench.wait(snapshots.restore(RestoreRequest.into(snapshot, into)));

            assertThat(into.resolve("mnt/data/a")).hasBinaryContent(bench.read("/mnt/data/a"));
        }
    }

    @Test
    void twoAtOnceAreBothWhole() {
        bench.write("/mnt/data/a", 300_000);
        bench.write("/mnt/data/b", 3_000);
        var create = bench.snapshots().create(bench.context(), "one of two");

        var both = bench.wait(Mono.zip(create, create));

        bench.wait(bench.snapshots().verify(both.getT1(), Depth.full()));
        bench.wait(bench.snapshots().verify(both.getT2(), Depth.full()));
        assertThat(bench.snapshots().list(bench.context()).collectList().block())
                .hasSize(2);
    }
}
