package io.agentbay.reactive.local.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentbay.reactive.local.AgentBayLocal;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * A real file system that fills up. It fails where {@code SqliteLedger} takes a commit without room for one of which
 * nothing is known, or does not begin anew after it: then the service stays read-only.
 */
class FullDiskTests {

    private static final String FULL = "No space left on device";
    private static final int MOST_CREATES = 1_000;
    private static final String KEEPS = "{\"uploadPolicy\":{\"autoUpload\":false}}";

    @TempDir(factory = TempDirFactory.Standard.class)
    private Path directory;

    private final List<String> created = new ArrayList<>();
    private Path small;

    @BeforeEach
    void mount() throws Exception {
        small = Files.createDirectory(directory.resolve("small"));
        assumeTrue(
                ended("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString()),
                "only root may mount a small file system");
    }

    @AfterEach
    void unmount() throws Exception {
        assertThat(Files.exists(small.resolve("data")) && !ended("umount", small.toString()))
                .isFalse();
    }

    private static boolean ended(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    @Test
    void whatMeetsTheFullDiskFailsWithTheReasonAndNothingElseAndAllGoesOnWithRoom() throws Exception {
        try (AgentBayLocal local = AgentBayLocal.start(small.resolve("data"))) {
            WireClient client = new WireClient(local.endpoint().toString(), local.apiKey());
            String context = client.context("small");
            String session = client.session(context, "/mnt/data", KEEPS);
            assertThat(client.put(context, "/before", "before").statusCode()).isEqualTo(200);
            client.write(session, "/mnt/data/file", "file ".repeat(5_000));
            Path filler = fill();
            assertFull(client, context, session);
            Files.delete(filler);
            assertThat(client.put(context, "/after", "after").statusCode()).isEqualTo(200);
            created.addAll(List.of("small", "after-1", "after-2"));
            client.context("after-1");
            client.context("after-2");
            client.upload(session, context, "/mnt/data");
            assertThat(client.ended(session, "upload")).isEqualTo("Success");
        }
        assertKept();
    }

    private void assertFull(WireClient client, String context, String session) throws IOException {
        HttpResponse<String> put = client.put(context, "/new", "x".repeat(500_000));
        assertThat(put.statusCode()).isEqualTo(500);
        assertThat(put.body()).contains(FULL);
        assertThat(client.tool(session, "write_file", "path", "/mnt/data/new", "content", "y".repeat(40_000)))
                .containsEntry("isError", true)
                .asString()
                .contains(FULL);
        client.upload(session, context, "/mnt/data");
        assertThat(client.ended(session, "upload")).isEqualTo("Failed " + FULL);
        assertThat(client.get(context, "/before").body()).isEqualTo("before");
        assertThat(client.contexts()).containsEntry(context, "small");
        assertThat(refusedCreate(client)).containsEntry("Message", FULL);
    }

    /** The answer to the first context of which the log has no room left to say that it is there. */
    private Map<String, Object> refusedCreate(WireClient client) throws IOException {
        for (int i = 0; i < MOST_CREATES; i++) {
            Map<String, Object> reply = client.call("GetContext", "Name", "new-" + i, "AllowCreate", "true");
            if (!Boolean.TRUE.equals(reply.get("Success"))) {
                return reply;
            }
            created.add("new-" + i);
        }
        throw new AssertionError("the log always finds room");
    }

    private void assertKept() throws IOException {
        try (AgentBayLocal again = AgentBayLocal.start(small.resolve("data"))) {
            WireClient client = new WireClient(again.endpoint().toString(), again.apiKey());
            assertThat(client.contexts())
                    .containsValues(created.toArray(String[]::new))
                    .hasSameSizeAs(created);
            String context = client.context("small");
            assertThat(client.keys(context)).containsExactlyInAnyOrder("/before", "/after", "/mnt/data/file");
            assertThat(client.get(context, "/mnt/data/file").body()).isEqualTo("file ".repeat(5_000));
        }
    }

    /** Takes all room there is, down to the last byte. */
    private Path fill() throws IOException {
        Path filler = small.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            return filler;
        }
    }
}
