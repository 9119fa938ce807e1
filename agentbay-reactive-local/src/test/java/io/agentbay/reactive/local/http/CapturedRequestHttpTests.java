package io.agentbay.reactive.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.ServiceRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What official clients really sent arrives as what they meant. */
class CapturedRequestHttpTests {

    private TestFront front;

    @BeforeEach
    void start() {
        front = new TestFront("akm-dummy-0000");
    }

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void javaCreatesAContext() throws IOException {
        assertThat(replay("java-get-context-create").fields())
                .contains(entry("Name", "ctx-ünï 1"), entry("AllowCreate", "true"))
                .contains(entry("LoginRegionId", "cn-shanghai"), entry("Version", "2025-05-06"));
    }

    @Test
    void javaAsksForAnUnknownContext() throws IOException {
        assertThat(replay("java-get-context-unknown").fields())
                .contains(entry("Name", "nope"), entry("AllowCreate", "false"));
    }

    @Test
    void javaCreatesASessionWithAPolicyInsideJsonInsideTheForm() throws IOException {
        Map<String, String> fields = replay("java-create-session").fields();
        List<?> mounts = Json.list("PersistenceDataList", fields.get("PersistenceDataList"));
        Map<?, ?> mount = (Map<?, ?>) mounts.get(0);
        Map<String, Object> policy = Json.object("Policy", (String) mount.get("Policy"));
        assertThat(mount.get("Path")).isEqualTo("/tmp/data");
        assertThat(policy).containsKeys("uploadPolicy", "downloadPolicy", "deletePolicy", "bwList", "recyclePolicy");
        assertThat(fields).containsEntry("Labels", "{\"env\":\"tést\"}").containsEntry("ImageId", "linux_latest");
    }

    @Test
    void javaSendsTheKeyOfASyncInTheQuery() throws IOException {
        assertThat(replay("java-sync-context").fields())
                .contains(entry("Path", "/tmp/data"), entry("Mode", "upload"))
                .contains(entry("ContextId", "SdkCtx-7504bba9385c"), entry("SessionId", "s-de52557b6f6a47b4"));
    }

    @Test
    void javaPollsASync() throws IOException {
        assertThat(replay("java-get-context-info").fields()).containsEntry("SessionId", "s-de52557b6f6a47b4");
    }

    @Test
    void typeScriptCallsAToolInChunks() throws IOException {
        Map<String, String> fields = replay("ts-call-tool-read-file").fields();
        assertThat(fields).contains(entry("Name", "read_file"), entry("Server", ""), entry("AutoGenSession", "false"));
        assertThat(Json.object("Args", fields.get("Args")))
                .contains(entry("path", "/tmp/data/a.txt"), entry("offset", 0), entry("length", 12));
    }

    private ServiceRequest replay(String name) throws IOException {
        String captured = CapturedRequest.read(name);
        String answer = front.raw(captured.replaceFirst("(?i)connection: keep-alive", "Connection: close"));
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"Success\":true");
        ServiceRequest request = front.backend.requests.get(0);
        assertThat(captured).contains("x-acs-action: " + request.action() + "\r\n");
        return request;
    }
}
