package io.agentbay.reactive.local.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.AgentBayLocal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Many sessions sync into one context at the same time, over HTTP. A {@code BlobWriter} that writes to the file's final
 * place, or that shares one temporary file, fails this.
 */
class ConcurrentSyncTests {

    private static final String KEEPS =
            "{\"uploadPolicy\":{\"autoUpload\":false},\"deletePolicy\":{\"syncLocalFile\":false}}";
    private static final String ROOT = "/mnt/data";
    private static final int SESSIONS = 8;
    private static final int FILES = 6;
    private static final int WORDS = 8_000;

    @TempDir(factory = TempDirFactory.Standard.class)
    private Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(SESSIONS + 1);
    private final AtomicBoolean done = new AtomicBoolean();

    @AfterEach
    void stop() {
        done.set(true);
        threads.shutdownNow();
    }

    @Test
    void eachFileIsWholeAndOfOneSessionAtAnyTime() throws Exception {
        try (AgentBayLocal local = AgentBayLocal.start(directory)) {
            WireClient client = new WireClient(local.endpoint().toString(), local.apiKey());
            String context = client.context("shared");
            Future<Void> reader = threads.submit(() -> readAllTheTime(client, context));
            List<Callable<Void>> savers = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                String word = i + " ";
                savers.add(() -> save(client, context, word));
            }
            for (Future<Void> each : threads.invokeAll(savers)) {
                each.get();
            }
            done.set(true);
            reader.get();
            assertThat(client.keys(context)).hasSize(FILES);
            readAll(client, context);
        }
    }

    private static Void save(WireClient client, String context, String word) throws IOException {
        String session = client.session(context, ROOT, KEEPS);
        assertThat(client.ended(session, "download")).isEqualTo("Success");
        for (int file = 0; file < FILES; file++) {
            client.write(session, ROOT + "/f" + file, word.repeat(WORDS));
        }
        client.upload(session, context, ROOT);
        assertThat(client.ended(session, "upload")).isEqualTo("Success");
        return null;
    }

    private Void readAllTheTime(WireClient client, String context) throws IOException {
        while (!done.get()) {
            readAll(client, context);
        }
        return null;
    }

    private static void readAll(WireClient client, String context) throws IOException {
        for (String key : client.keys(context)) {
            String content = client.get(context, key).body();
            assertThat(content).isEqualTo(content.substring(0, 2).repeat(WORDS));
        }
    }
}
