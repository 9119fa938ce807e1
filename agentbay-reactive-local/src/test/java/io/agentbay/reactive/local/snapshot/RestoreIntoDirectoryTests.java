package io.agentbay.reactive.local.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreReport;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import io.agentbay.reactive.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A local directory that is restored into loses nothing that cannot be brought back.
 *
 * <p>Mutations tried, each of which makes these tests fail: no safety snapshot for a directory; one that is taken after
 * the writing; a store inside the directory that is not refused; extras that are a store and are deleted.
 */
class RestoreIntoDirectoryTests {

    private static SnapshotBench bench;
    private static Snapshot snapshot;

    @TempDir
    Path place;

    private Path target;

    @BeforeAll
    static void take(@TempDir Path data) {
        bench = new SnapshotBench(data);
        bench.write("/mnt/same", "same".getBytes(UTF_8));
        bench.write("/mnt/changed", "as it was".getBytes(UTF_8));
        bench.write("/mnt/deep/new", 10_000);
        snapshot = bench.create("v1");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void work() throws IOException {
        target = place.resolve("target");
        local("mnt/same", "same");
        local("mnt/changed", "my own work");
        local("mnt/extra", "not in the snapshot");
    }

    private void local(String path, String text) throws IOException {
        Files.createDirectories(target.resolve(path).getParent());
        Files.writeString(target.resolve(path), text);
    }

    private RestoreRequest everything() {
        return RestoreRequest.into(snapshot, target).deletingExtras();
    }

    private RestoreReport restore(SnapshotOperations from, RestoreRequest request) {
        return bench.wait(from.restore(request));
    }

    private Path beside() {
        return place.resolve("target.before-restore");
    }

    @Test
    void whatIsOverwrittenOrDeletedComesBackFromTheSafetySnapshot() throws IOException {
        Snapshot safety = restore(bench.snapshots(), everything()).safety();

        assertThat(target.resolve("mnt/changed")).hasContent("as it was");
        assertThat(target.resolve("mnt/extra")).doesNotExist();
        assertThat(target.resolve("mnt/deep/new")).hasBinaryContent(bench.read("/mnt/deep/new"));
        assertThat(safety).isNotNull();
        assertThat(safety.files()).isEqualTo(2);
        assertThat(safety.isOfDirectory()).isTrue();
        assertThat(safety.tags()).containsExactly("safety");

        SnapshotOperations kept = bench.snapshots().in(SnapshotStore.directory(beside()));
        assertThat(bench.wait(kept.list(safety.context()).collectList())).containsExactly(safety);
        bench.wait(kept.verify(safety, Depth.full()));
        assertThatThrownBy(() -> RestoreRequest.inPlace(safety))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("into(snapshot, path)");
        restore(kept, RestoreRequest.into(safety, target));

        assertThat(target.resolve("mnt/changed")).hasContent("my own work");
        assertThat(target.resolve("mnt/extra")).hasContent("not in the snapshot");
    }

    @Test
    void whereNothingIsLostNothingIsKept() {
        RestoreReport only =
                restore(bench.snapshots(), RestoreRequest.into(snapshot, target).only("/mnt/deep"));
        RestoreReport fresh = restore(bench.snapshots(), RestoreRequest.into(snapshot, place.resolve("fresh")));

        assertThat(only.safety()).isNull();
        assertThat(fresh.safety()).isNull();
        assertThat(beside()).doesNotExist();
        assertThat(target.resolve("mnt/changed")).hasContent("my own work");
    }

    @Test
    void aStoreOfOnesOwnKeepsIt() {
        SnapshotStore own = SnapshotStore.directory(place.resolve("own"));

        Snapshot safety = restore(bench.snapshots(), everything().safetyIn(own)).safety();

        assertThat(beside()).doesNotExist();
        assertThat(bench.wait(bench.snapshots().in(own).list(safety.context()).collectList()))
                .containsExactly(safety);
    }

    @Test
    void aStoreInTheDirectoryItselfIsRefusedBeforeAnythingIsTouched() {
        SnapshotStore inside = SnapshotStore.directory(target.resolve("kept"));

        assertThatThrownBy(() -> restore(bench.snapshots(), everything().safetyIn(inside)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(target.toString())
                .hasMessageContaining("safetyIn");
        assertNothingTouched();
    }

    @Test
    void aStoreOfSnapshotsIsNoExtra() {
        SnapshotOperations inside = bench.snapshots().in(SnapshotStore.directory(target.resolve("store")));
        Snapshot kept = bench.wait(inside.create(bench.context(), "kept here"));

        assertThatThrownBy(
                        () -> restore(inside, RestoreRequest.into(kept, target).deletingExtras()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/store/agentbay-snapshots/");

        assertNothingTouched();
        bench.wait(inside.verify(kept, Depth.full()));
    }

    private void assertNothingTouched() {
        assertThat(target.resolve("mnt/changed")).hasContent("my own work");
        assertThat(target.resolve("mnt/extra")).hasContent("not in the snapshot");
        assertThat(target.resolve("mnt/deep")).doesNotExist();
    }
}
