package io.agentbay.reactive.local.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.snapshot.BackupOperations;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** Backups as lists show them and as failures leave them. */
class BackupTests {

    /** More than a page of a listing shows. */
    private static final int MANY = 55;

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

    private AgentBayContext other(String name) {
        var context = bench.wait(bench.client().contexts().getOrCreate(name));
        bench.client().contexts().files(context).write("/mnt/data/other", name).block();
        return context;
    }

    @Tag("slow")
    @Test
    void everyPageIsListedAndNothingOfAContextWhoseNameBeginsTheSame() {
        bench.write("/mnt/data/a", 10);
        var longer = other("my-project-2");
        var shorter = other("my-pro");
        var backups = bench.client().backups();
        bench.wait(backups.now(longer));
        bench.wait(backups.now(shorter));

        List<Snapshot> made = Flux.range(0, MANY)
                .concatMap(number -> backups.now(bench.context()))
                .collectList()
                .block();

        assertThat(bench.wait(backups.list(bench.context()).collectList()))
                .hasSize(MANY)
                .containsExactlyInAnyOrderElementsOf(made)
                .isSortedAccordingTo((one, next) -> next.id().compareTo(one.id()));
        assertThat(bench.wait(backups.list(longer).collectList())).hasSize(1);
        assertThat(bench.wait(backups.list(shorter).collectList())).hasSize(1);
    }

    /** One store for all: told apart by the ids in the manifests. */
    @Test
    void aSharedStoreKeepsContextsApart() {
        bench.write("/mnt/data/a", 10);
        var longer = other("my-project-2");
        var shared = bench.snapshots().in(SnapshotStore.directory(directory.resolve("store")));
        var one = bench.wait(shared.create(bench.context(), "backup"));
        var two = bench.wait(shared.create(longer, "backup"));

        assertThat(bench.wait(shared.list(bench.context()).collectList())).containsExactly(one);
        assertThat(bench.wait(shared.get(longer, "backup"))).isEqualTo(two);
        assertThat(bench.wait(shared.store(longer).list().collectList())).containsExactly(two, one);
    }

    @Test
    void noFileReadMeansNoBackup() {
        bench.write("/mnt/data/a", 10);
        bench.write("/mnt/data/b", 300_000);
        bench.local().faults().on("GET object").httpStatus(404, "NoSuchKey");

        assertThatThrownBy(() -> bench.wait(bench.client().backups().daily(bench.context())))
                .isInstanceOf(AgentBayException.class);

        bench.local().faults().clear();
        assertThat(bench.wait(bench.client().backups().list(bench.context()).collectList()))
                .isEmpty();
        assertThat(bench.wait(bench.client().backups().daily(bench.context())).tags())
                .containsExactly(BackupOperations.TAG);
    }
}
