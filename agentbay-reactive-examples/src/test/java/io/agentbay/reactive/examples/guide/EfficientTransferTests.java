package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@AgentBayLocalTest
class EfficientTransferTests {

    private final Output out = new Output();

    @TempDir
    Path directory;

    @Test
    void theSectionRuns(AgentBayClient client) {
        new EfficientTransfer(client, out.stream()).run().block();
        assertThat(out.text()).contains("ONLY_LEFT: deeper/data.json").contains("Copied: 3");
    }

    @Test
    void onlyTheChosenFilesReachTheContext(AgentBayClient client) {
        var context = client.contexts().getOrCreate("selective").block();
        new EfficientTransfer(client, out.stream()).selective(context).block();
        assertThat(paths(client, context)).containsExactly("/mnt/data/kept.json");
    }

    @Test
    void theExplanationNamesTheRule(AgentBayClient client) {
        new EfficientTransfer(client, out.stream()).explain();
        assertThat(out.text().lines())
                .anySatisfy(line -> assertThat(line).startsWith("a.json is synced: "))
                .anySatisfy(line -> assertThat(line).startsWith("logs/a.log stays: "))
                .anySatisfy(line -> assertThat(line).startsWith("image.png stays: "))
                .hasSize(4);
    }

    @Test
    void thePlanIsWhatTheTransferThenDoes(AgentBayClient client) throws IOException {
        Files.writeString(directory.resolve("a.json"), "{}");
        Files.writeString(directory.resolve("b.log"), "left");
        var context = client.contexts().getOrCreate("planned").block();
        var section = new EfficientTransfer(client, out.stream());
        assertThat(section.plan(context, directory)
                        .map(Difference::path)
                        .collectList()
                        .block())
                .containsExactly("a.json");
        assertThat(section.transfer(context, directory).block().filesMoved()).isEqualTo(1);
        assertThat(section.plan(context, directory).collectList().block()).isEmpty();
        assertThat(paths(client, context)).containsExactly("/mnt/data/a.json");
    }

    private static List<String> paths(AgentBayClient client, AgentBayContext context) {
        return client.contexts()
                .files(context)
                .walk("/mnt/data", Selector.all())
                .filter(entry -> entry.type() == FileEntry.Type.FILE)
                .map(FileEntry::path)
                .collectList()
                .block();
    }
}
