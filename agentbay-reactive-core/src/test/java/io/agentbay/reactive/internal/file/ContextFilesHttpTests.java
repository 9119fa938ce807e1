package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.ContextFiles;
import io.agentbay.reactive.event.OperationEvent;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a context over real HTTP, against a store that cuts connections where it is told to. */
class ContextFilesHttpTests {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int SIZE = 4 << 20;

    @TempDir
    Path directory;

    private final CuttingStore store = CuttingStore.start();
    private final AgentBayClient client = AgentBayClient.builder()
            .apiKey("akm-test")
            .endpoint(store.endpoint())
            .build();
    private final ContextFiles files = client.contexts().files(ContextId.of("c"));
    private final byte[] content = new byte[SIZE];

    @BeforeEach
    void fill() {
        new Random(1).nextBytes(content);
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void anUploadCutAtSeventyPercentGoesAgainByAFreshAddress() {
        store.cutPutsAt(0.7, 1);
        var events = new ArrayList<OperationEvent>();

        files.write("/mnt/a", Content.of(content))
                .contextWrite(OperationEvent.listener(events::add))
                .block(LONG);

        assertThat(store.object("/mnt/a")).isEqualTo(content);
        assertThat(store.asked()).containsExactly("upload /mnt/a", "PUT", "upload /mnt/a", "PUT");
        var last = events.get(events.size() - 1).progress();
        assertThat(last.bytesDone()).isNotNull();
        assertThat(last.bytesDone().value()).isEqualTo(SIZE);
    }

    @Test
    void aDownloadCutAtSeventyPercentGoesOnAtThatByteOfThatVersion() throws Exception {
        store.put("/mnt/a", content);
        store.cutGetsAt(0.7, 1);
        var target = directory.resolve("a");

        var report = files.copyTo(target, "/mnt/a", Selector.all()).block(LONG);

        assertThat(Files.readAllBytes(target)).isEqualTo(content);
        assertThat(report).isNotNull();
        assertThat(report.bytesMoved()).isEqualTo(SIZE);
        var ranges =
                store.asked().stream().filter(line -> line.startsWith("GET")).toList();
        assertThat(ranges).hasSize(3);
        assertThat(ranges.get(0)).isEqualTo("GET bytes=0-0 null");
        assertThat(ranges.get(1)).isEqualTo("GET null null");
        assertThat(ranges.get(2)).matches("GET bytes=[1-9]\\d*- \"v1\"");
        assertThat(directory.toFile().list()).containsExactly("a");
    }

    @Test
    void aDownloadThatGoesOnAsAnotherVersionLeavesNoFile() {
        store.put("/mnt/a", content);
        store.cutGetsAt(0.7, 1);
        store.replaceWhenCut("/mnt/a", new byte[SIZE]);
        var target = directory.resolve("a");

        var failure = files.copyTo(target, "/mnt/a", Selector.all())
                .as(copy -> org.assertj.core.api.Assertions.catchThrowable(() -> copy.block(LONG)));

        assertThat(failure).hasMessageContaining("replaced while it was read");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void nothingUnsignedIsSentWithAPut() {
        files.write("/mnt/a", "hello").block(LONG);

        assertThat(store.putHeaders()).isSubsetOf("host", "content-length");
    }

    @Test
    void answersThatNeverCameAreAskedForAgain() {
        store.put("/mnt/a", content);
        store.cutGetsAt(0, 2);

        var read = files.read("/mnt/a")
                .reduceWith(ByteArrayOutputStream::new, (all, piece) -> {
                    var bytes = new byte[piece.remaining()];
                    piece.get(bytes);
                    all.writeBytes(bytes);
                    return all;
                })
                .block(LONG);

        assertThat(read).isNotNull();
        assertThat(read.toByteArray()).isEqualTo(content);
    }
}
