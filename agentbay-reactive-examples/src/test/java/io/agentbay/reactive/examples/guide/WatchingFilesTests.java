package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.sync.Mount;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class WatchingFilesTests {

    private final Output out = new Output();

    @Test
    void nothingTheWorkChangedIsMissed(AgentBayClient client) {
        var context = client.contexts().getOrCreate("watched").block();
        var changes = new WatchingFiles(client, out.stream())
                .watch(Mount.of(context, "/mnt/data"))
                .collectList()
                .block();
        assertThat(changes)
                .extracting(FileChange::kind, FileChange::path)
                .contains(tuple(FileChange.Kind.CREATED, "/mnt/data/result.txt"));
        assertThat(out.text()).contains("CREATED /mnt/data/result.txt");
    }
}
