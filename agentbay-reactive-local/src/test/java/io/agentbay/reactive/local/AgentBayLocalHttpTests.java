package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class AgentBayLocalHttpTests {

    @TempDir
    Path data;

    @Test
    void contextsFilesAndKeyOutliveTheService() throws Exception {
        String key;
        String context;
        try (var local = AgentBayLocal.start(data)) {
            var http = new LocalHttp(local);
            key = local.apiKey();
            context = http.context("lasting");
            var upload = http.data("GetContextFileUploadUrl", "ContextId", context, "FilePath", "/a ü.txt");
            assertThat(http.put((String) upload.get("Url"), "still here")).isNotEmpty();
        }
        try (var local = AgentBayLocal.start(data)) {
            var http = new LocalHttp(local);
            var download = http.data("GetContextFileDownloadUrl", "ContextId", context, "FilePath", "/a ü.txt");
            assertThat(local.apiKey()).isEqualTo(key);
            assertThat(http.context("lasting")).isEqualTo(context);
            assertThat(http.get((String) download.get("Url"))).isEqualTo("still here");
        }
    }

    @Test
    void secretsAreTheirOwnersOnly() throws Exception {
        AgentBayLocal.start(data).close();
        for (String file : new String[] {"api-key", "url-secret"}) {
            var permissions = Files.getPosixFilePermissions(data.resolve(file));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Test
    void aSignedUrlDiesWithTheClock() throws Exception {
        try (var local = AgentBayLocal.start(data)) {
            var http = new LocalHttp(local);
            var upload = http.data("GetContextFileUploadUrl", "ContextId", http.context("c"), "FilePath", "/a.txt");
            local.clock().advance(Duration.ofHours(2));
            assertThat(http.put((String) upload.get("Url"), "late")).isEmpty();
            assertThat(local.requests().get(2).status()).isEqualTo(403);
        }
    }

    @Test
    void anIdleSessionEndsWhenTheClockMovesOn() throws Exception {
        try (var local = AgentBayLocal.start(data)) {
            var http = new LocalHttp(local);
            var session =
                    (String) http.data("CreateMcpSession", "Timeout", "60").get("SessionId");
            assertThat(http.call("GetSession", "SessionId", session)).containsEntry("Success", true);
            local.clock().advance(Duration.ofMinutes(10));
            await().until(() -> ended(http, session));
        }
    }

    @Test
    void aTaskFaultIsTheTasksAndNotTheCalls() throws Exception {
        try (var local = AgentBayLocal.start(data)) {
            var http = new LocalHttp(local);
            local.faults().onDownload("/mnt/data").times(1).fail("disk full");
            var mounts = "[{\"ContextId\":\"" + http.context("c") + "\",\"Path\":\"/mnt/data\"}]";
            var created = http.data("CreateMcpSession", "PersistenceDataList", mounts);
            await().untilAsserted(() -> assertThat(
                            http.data("GetContextInfo", "SessionId", (String) created.get("SessionId")))
                    .extractingByKey("ContextStatus")
                    .asString()
                    .contains("disk full"));
        }
    }

    @Test
    void aDirectoryInUseIsOneClearLine() {
        try (var first = AgentBayLocal.start(data)) {
            assertThatThrownBy(() -> AgentBayLocal.start(data)).hasMessageContaining(data.toString());
            assertThat(first.endpoint().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aPortInUseIsOneClearLineAndLeavesTheDirectoryFree() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var options = LocalOptions.defaults().port(taken.getLocalPort());
            assertThatThrownBy(() -> AgentBayLocal.start(data, options))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
        AgentBayLocal.start(data).close();
    }

    @Test
    void waitingIsRefusedWhereThreadsMustNotWait() {
        var local = AgentBayLocal.start(data);
        var onEventLoop = Mono.fromRunnable(local::close).subscribeOn(Schedulers.parallel());
        StepVerifier.create(onEventLoop).verifyErrorSatisfies(e -> assertThat(e).hasMessageContaining("closeLater()"));
        StepVerifier.create(local.closeLater().then(local.closeLater())).verifyComplete();
    }

    @Test
    void nobodyReachesItFromOutsideWithAKeyNobodyChose() {
        assertThatThrownBy(
                        () -> AgentBayLocal.start(data, LocalOptions.defaults().reachableAs("192.0.2.1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("API key");
        assertThatThrownBy(() -> LocalOptions.defaults().reachableAs("0.0.0.0")).hasMessageContaining("name the host");
    }

    @Test
    void resetForgetsFaultsAndJournalButNoData() throws Exception {
        try (var local = AgentBayLocal.start(data)) {
            var http = new LocalHttp(local);
            var context = http.context("c");
            local.faults().on("GetContext").httpStatus(500, "InternalError");
            local.reset();
            assertThat(local.requests()).isEmpty();
            assertThat(http.context("c")).isEqualTo(context);
        }
    }

    private static boolean ended(LocalHttp http, String session) throws Exception {
        Map<String, Object> reply = http.call("GetSessionDetail", "SessionId", session);
        return reply.toString().contains("FINISH") || reply.toString().contains("not found");
    }
}
