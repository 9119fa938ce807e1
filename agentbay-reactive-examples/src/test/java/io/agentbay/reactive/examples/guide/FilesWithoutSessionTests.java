package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@AgentBayLocalTest
class FilesWithoutSessionTests {

    private final Output out = new Output();

    @TempDir
    Path directory;

    @Test
    void theSectionRuns(AgentBayClient client) {
        new FilesWithoutSession(client, out.stream()).run().block();
        assertThat(out.text())
                .contains("Read back: All is well")
                .contains("4 moved, 0 unchanged")
                .contains("0 moved, 4 unchanged")
                .contains("DONE: 4 of 4 files")
                .contains("Down: 40018 bytes");
    }

    @Test
    void whatIsWrittenIsReadBackListedAndDeleted(AgentBayClient client) {
        var context = client.contexts().getOrCreate("files").block();
        var section = new FilesWithoutSession(client, out.stream());
        assertThat(section.write(context).block()).isEqualTo("All is well");
        assertThat(section.walk(context).map(FileEntry::path).collectList().block())
                .contains("/mnt/data/reports/today.txt");
        section.remove(context).block();
        assertThat(section.walk(context)
                        .filter(entry -> entry.type() == FileEntry.Type.FILE)
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void aDirectoryGoesUpAndComesDownByteByByte(AgentBayClient client) throws IOException {
        var random = new Random(42);
        var up = Files.createDirectories(directory.resolve("up/deeper"));
        for (int n = 0; n < 30; n++) {
            var bytes = new byte[random.nextInt(200_000)];
            random.nextBytes(bytes);
            Files.write((n % 2 == 0 ? up : up.getParent()).resolve("file " + n), bytes);
        }
        var context = client.contexts().getOrCreate("trees").block();
        var section = new FilesWithoutSession(client, out.stream());
        assertThat(section.up(context, directory.resolve("up")).block().filesMoved())
                .isEqualTo(30);
        assertThat(section.up(context, directory.resolve("up")).block().filesUnchanged())
                .isEqualTo(30);
        section.down(context, directory.resolve("down")).block();
        for (int n = 0; n < 30; n++) {
            var name = (n % 2 == 0 ? "deeper/" : "") + "file " + n;
            assertThat(directory.resolve("down").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("up").resolve(name));
        }
    }
}
