package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.SessionRequest;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class DataStructureTests {

    private final Output out = new Output();

    @Test
    void everyDirectoryIsThereInTheNextSession(AgentBayClient client) {
        new DataStructure(client, out.stream()).run().block();
        var context = client.contexts().get("structured-project").block();
        var paths = client.sessions()
                .useMany(
                        SessionRequest.mounting(context, "/mnt/data"),
                        session -> session.files()
                                .walk("/mnt/data", Selector.all())
                                .filter(entry -> entry.type() == FileEntry.Type.FILE)
                                .map(FileEntry::path))
                .collectList()
                .block();
        assertThat(paths)
                .hasSize(5)
                .contains("/mnt/data/config/app.json", "/mnt/data/logs/app.log", "/mnt/data/output/results.csv")
                .anyMatch(path -> path.matches("/mnt/data/backups/backup_\\d{8}_\\d{6}\\.json"));
    }
}
