package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class BackupsTests {

    private final Output out = new Output();

    @Test
    void aBackupHoldsTheFilesAndIsMadeOnceADay(AgentBayClient client) {
        var context = filled(client, "my-project");
        var section = new Backups(client, out.stream());
        var first = section.daily("my-project").block();
        assertThat(first.files()).isEqualTo(1);
        assertThat(section.daily("my-project").block().id()).isEqualTo(first.id());
        assertThat(client.snapshots().verify(first, Depth.full()).block().objects())
                .isPositive();
        assertThat(section.list(context).map(Snapshot::id).collectList().block())
                .containsExactly(first.id());
    }

    @Test
    void aContextWithALikelyNameIsNoBackup(AgentBayClient client) {
        var context = filled(client, "my-project");
        filled(client, "my-project-backup-plan");
        var section = new Backups(client, out.stream());
        assertThat(section.list(context).collectList().block()).isEmpty();
        section.daily("my-project").block();
        assertThat(section.list(context).collectList().block()).hasSize(1);
        assertThat(out.text()).contains("Backup created: ").contains("1 files");
    }

    private static AgentBayContext filled(AgentBayClient client, String name) {
        var context = client.contexts().getOrCreate(name).block();
        client.contexts().files(context).write("/mnt/data/a.txt", "a").block();
        return context;
    }
}
