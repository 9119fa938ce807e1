package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class SnapshotsTests {

    private final Output out = new Output();

    @Test
    void aSnapshotHoldsEveryFile(AgentBayClient client) {
        var context = filled(client);
        var section = new Snapshots(client, out.stream());
        var made = section.create(context).block();
        assertThat(made.files()).isEqualTo(2);
        assertThat(section.list(context).map(Snapshot::name).collectList().block())
                .containsExactly("v1.0-release");
        assertThat(client.snapshots().verify(made, Depth.full()).block().objects())
                .isPositive();
    }

    @Test
    void aRestoreBringsBackEveryByte(AgentBayClient client) {
        var context = filled(client);
        var section = new Snapshots(client, out.stream());
        section.create(context).block();
        var files = client.contexts().files(context);
        files.write("/mnt/data/a.txt", "broken").block();
        files.delete("/mnt/data/deeper/b.txt").block();
        section.restore(context).block();
        assertThat(files.readText("/mnt/data/a.txt").block()).isEqualTo("a");
        assertThat(files.readText("/mnt/data/deeper/b.txt").block()).isEqualTo("b");
        assertThat(out.text()).contains("would restore").contains("Context restored from snapshot");
    }

    @Test
    void thinningOutKeepsWhatTheRuleKeeps(AgentBayClient client) {
        var context = filled(client);
        var section = new Snapshots(client, out.stream());
        section.create(context).block();
        section.thinOut(context).block();
        assertThat(client.snapshots().list(context).collectList().block()).hasSize(1);
    }

    private static AgentBayContext filled(AgentBayClient client) {
        var context = client.contexts().getOrCreate("released").block();
        var files = client.contexts().files(context);
        files.write("/mnt/data/a.txt", "a")
                .then(files.write("/mnt/data/deeper/b.txt", "b"))
                .block();
        return context;
    }
}
