package io.agentbay.reactive.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.local.AgentBayLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 1 GiB, moved every way by a client with a heap of 64 MiB. */
@Tag("slow")
class GiantFileTests {

    private static final long CUT = GiantFile.SIZE / 10 * 7;
    private static final long LITTLE = GiantFile.SIZE / 20;

    @TempDir
    Path directory;

    private AgentBayLocal local;
    private SmallJvm jvm;
    private Path source;
    private Path result;

    @BeforeEach
    void start() throws IOException {
        local = AgentBayLocal.start(directory.resolve("data"));
        jvm = new SmallJvm(directory);
        source = directory.resolve("source");
        result = directory.resolve("result");
        GiantFile.write(source);
    }

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void throughOneContextASessionAndAnotherContext() throws Exception {
        run("contexts", 0);
        assertThat(GiantFile.sha256(result)).isEqualTo(GiantFile.sha256(source, GiantFileProgram.END));
    }

    @Test
    void intoASessionAndOutAgain() throws Exception {
        run("session", 0);
        assertSame();
    }

    @Test
    void aConnectionCutOnTheWayUpMeansSendingItAgain() throws Exception {
        try (var proxy = new CuttingProxy(CUT)) {
            run("up", proxy.port());
            assertThat(proxy.hasCut()).isTrue();
            assertThat(proxy.passed()).isBetween(CUT + GiantFile.SIZE, CUT + GiantFile.SIZE + LITTLE);
        }
        run("down", 0);
        assertSame();
    }

    @Test
    void aConnectionCutOnTheWayDownGoesOnWhereItStopped() throws Exception {
        run("up", 0);
        try (var proxy = new CuttingProxy(CUT)) {
            run("down", proxy.port());
            assertThat(proxy.hasCut()).isTrue();
            assertThat(proxy.passed()).isBetween(GiantFile.SIZE, GiantFile.SIZE + LITTLE);
        }
        assertSame();
    }

    @Test
    void byAServiceWhoseHeapIsSmallToo() throws Exception {
        var output = directory.resolve("service");
        var service = jvm.service(directory.resolve("its data"), output, "akm-of-mine");
        try {
            var endpoint = await().until(() -> endpoint(output), address -> !address.isEmpty());
            run(endpoint, "akm-of-mine", "contexts", 0);
            assertThat(GiantFile.sha256(result)).isEqualTo(GiantFile.sha256(source, GiantFileProgram.END));
            run(endpoint, "akm-of-mine", "session", 0);
            assertSame();
            assertThat(service.isAlive()).as(Files.readString(output)).isTrue();
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    private static String endpoint(Path output) throws IOException {
        var address = Pattern.compile("http://127\\.0\\.0\\.1:\\d+").matcher(Files.readString(output));
        return address.find() ? address.group() : "";
    }

    private void run(String way, int proxy) throws Exception {
        run(local.endpoint().toString(), local.apiKey(), way, proxy);
    }

    private void run(String endpoint, String key, String way, int proxy) throws Exception {
        System.out.println(jvm.client(way, endpoint, key, source.toString(), result.toString(), String.valueOf(proxy)));
    }

    private void assertSame() throws IOException {
        assertThat(GiantFile.sha256(result)).isEqualTo(GiantFile.sha256(source));
    }
}
