package io.agentbay.reactive.local.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.local.core.SessionModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random and mutated requests, by seed. No answer may be a failure of the service that is not one by design; afterwards
 * the service works, all of its threads are free, and it closes. Buffers that leak and errors that are dropped fail the
 * class, as they fail every test.
 *
 * <p>Mutations tried, each of which makes these tests fail: {@code SignedUrls.expiry} without its catch; {@code
 * ToolCall.number} without its own.
 */
class FuzzHttpTests {

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theServiceSurvivesWhateverIsSent(long seed) throws Exception {
        fuzz(seed, 1_200);
    }

    @ParameterizedTest
    @Tag("slow")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theServiceSurvivesALotOfIt(long seed) throws Exception {
        fuzz(seed, 50_000);
    }

    private void fuzz(long seed, int rounds) throws Exception {
        AgentBayLocal local = AgentBayLocal.start(
                data,
                LocalOptions.defaults()
                        .apiKey("akm-dummy-0000")
                        .model(model ->
                                model.sessions(s -> s.connections(SessionModel.Connections.LINK_AND_WEB_SOCKET))));
        try {
            Target target = new Target(local);
            Requests requests = new Requests(new Chance(seed), target);
            for (int round = 0; round < rounds; round++) {
                requests.sendOne("seed " + seed + ", round " + round);
            }
            assertHealthy(local);
        } finally {
            CompletableFuture<Void> closed = local.closeLater().toFuture();
            assertThat(closed).succeedsWithin(120, TimeUnit.SECONDS);
        }
    }

    /** More calls at once than there are workers: one that is stuck would keep some of them. */
    private static void assertHealthy(AgentBayLocal local) throws Exception {
        Target fresh = new Target(local);
        List<CompletableFuture<Target.Answer>> calls = new ArrayList<>();
        Executor atOnce = call -> new Thread(call, "fuzz").start();
        for (int i = 0; i < 100; i++) {
            String args = "{\"path\":\"/tmp/m/f" + i + "\",\"content\":\"x\"}";
            byte[] call =
                    fresh.post("CallMcpTool", Map.of("SessionId", fresh.session, "Name", "write_file", "Args", args));
            calls.add(CompletableFuture.supplyAsync(() -> send(fresh, call), atOnce));
        }
        for (CompletableFuture<Target.Answer> call : calls) {
            assertThat(call.get(60, TimeUnit.SECONDS).body()).contains("\"isError\":false");
        }
        fresh.data("SyncContext", Map.of("SessionId", fresh.session, "ContextId", fresh.context, "Path", "/tmp/m"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(fresh.answered(fresh.post(
                                        "DescribeContextFiles",
                                        Map.of(
                                                "ContextId",
                                                fresh.context,
                                                "ParentFolderPath",
                                                "/tmp/m",
                                                "PageSize",
                                                "500")))
                                .body())
                        .contains("f0\"", "f99\""));
    }

    private static Target.Answer send(Target target, byte[] call) {
        try {
            return target.answered(call);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aSeedPicksTheSameThingsEachTime() {
        byte[] request = "POST / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8);
        Chance one = new Chance(5);
        Chance again = new Chance(5);
        for (int i = 0; i < 200; i++) {
            assertThat(new String(one.mutated(request), ISO_8859_1))
                    .isEqualTo(new String(again.mutated(request), ISO_8859_1));
            assertThat(one.json(2)).isEqualTo(again.json(2));
        }
    }
}
