package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.SessionModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two keys of one service. Whatever one knows of the other, ids included, it sees nothing, changes nothing, and is told
 * the same as of what does not exist.
 *
 * <p>Mutations tried, each of which makes these tests fail: {@code ContextTable.get} without its filter by tenant; {@code
 * SessionTable.find} without its own; {@code SessionTable.hasEnded} without its own; {@code ContextTable.Name} without
 * the tenant; {@code TokenDoor} that takes any token.
 */
class TenantHttpTests {

    @TempDir
    private Path data;

    private AgentBayLocal local;
    private KeyHttp one;
    private KeyHttp other;
    private String context;
    private String session;
    private Map<?, ?> created;

    @BeforeEach
    void start() throws Exception {
        local = AgentBayLocal.start(
                data,
                LocalOptions.defaults()
                        .apiKey("akm-one")
                        .apiKey("akm-other")
                        .model(model ->
                                model.sessions(s -> s.connections(SessionModel.Connections.LINK_AND_WEB_SOCKET))));
        one = new KeyHttp(local.endpoint(), "akm-one");
        other = new KeyHttp(local.endpoint(), "akm-other");
        context = one.context("shared name");
        String mounts = Json.text(List.of(Map.of("ContextId", context, "Path", "/tmp/m")));
        created =
                (Map<?, ?>) one.call("CreateMcpSession", "PersistenceDataList", mounts, "Labels", "{\"team\":\"one\"}")
                        .get("Data");
        session = (String) created.get("SessionId");
    }

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void aNameOfAnotherIsAFreeName() throws Exception {
        String mine = other.context("shared name");
        assertThat(mine).isNotEqualTo(context);
        assertThat(Json.text(other.call("ListContexts"))).contains(mine).doesNotContain(context);
        assertThat(Json.text(one.call("ListContexts"))).contains(context).doesNotContain(mine);
        assertThat(other.call("ListSession").get("Data")).isEqualTo(List.of());
        assertThat(other.call("ListSession", "Labels", "{\"team\":\"one\"}").get("Data"))
                .isEqualTo(List.of());
    }

    /** Word for word what is told of an id that never was. */
    @Test
    void everyActionTellsTheSameOfAnothersAndOfNothing() throws Exception {
        String before = Json.text(one.call("GetContext", "ContextId", context, "AllowCreate", "false"));
        for (String[] call : callsOfContexts()) {
            assertSame(call, context, "SdkCtx-00000000000000000");
        }
        for (String[] call : callsOfSessions()) {
            assertSame(call, session, "s-00000000000000000");
        }
        assertThat(Json.text(one.call("GetContext", "ContextId", context, "AllowCreate", "false")))
                .satisfies(after -> assertThat(withoutIds(after)).isEqualTo(withoutIds(before)));
        assertThat(one.call("GetSession", "SessionId", session)).containsEntry("Success", true);
    }

    private void assertSame(String[] call, String theirs, String nothing) throws Exception {
        Map<String, Object> ofTheirs = other.call(call[0], with(call, theirs));
        Map<String, Object> ofNothing = other.call(call[0], with(call, nothing));
        assertThat(withoutIds(Json.text(ofTheirs).replace(theirs, nothing)))
                .as("%s", List.of(call))
                .isEqualTo(withoutIds(Json.text(ofNothing)));
        assertThat(ofTheirs).as("%s", List.of(call)).containsEntry("Success", false);
    }

    private static String[] with(String[] call, String id) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i < call.length; i++) {
            fields.add(call[i].replace("ID", id));
        }
        return fields.toArray(String[]::new);
    }

    private static String withoutIds(String reply) {
        return reply.replaceAll("\"RequestId\":\"[^\"]*\"", "").replaceAll("\"LastUsedTime\":\"[^\"]*\"", "");
    }

    private static List<String[]> callsOfContexts() {
        String mounts = "[{\"ContextId\":\"ID\",\"Path\":\"/tmp/m\"}]";
        return List.of(
                new String[] {"ModifyContext", "Id", "ID", "Name", "stolen"},
                new String[] {"DeleteContext", "Id", "ID"},
                new String[] {"ClearContext", "Id", "ID"},
                new String[] {"DescribeContextFiles", "ContextId", "ID", "ParentFolderPath", "/"},
                new String[] {"GetContextFileUploadUrl", "ContextId", "ID", "FilePath", "/x"},
                new String[] {"GetContextFileDownloadUrl", "ContextId", "ID", "FilePath", "/x"},
                new String[] {"DeleteContextFile", "ContextId", "ID", "FilePath", "/x"},
                new String[] {"CreateMcpSession", "PersistenceDataList", mounts});
    }

    private static List<String[]> callsOfSessions() {
        List<String[]> calls = new ArrayList<>();
        for (String action : List.of(
                "GetSession",
                "GetSessionDetail",
                "DeleteSessionAsync",
                "ReleaseMcpSession",
                "GetLabel",
                "GetMcpResource",
                "GetLink",
                "RefreshSessionIdleTime",
                "PauseSessionAsync",
                "ResumeSessionAsync",
                "DescribeSessionContexts",
                "GetContextInfo")) {
            calls.add(new String[] {action, "SessionId", "ID"});
        }
        calls.add(new String[] {"SetLabel", "SessionId", "ID", "Labels", "{}"});
        calls.add(new String[] {"SyncContext", "SessionId", "ID", "ContextId", "x", "Path", "/tmp/m"});
        calls.add(new String[] {"BindContexts", "SessionId", "ID", "PersistenceDataList", "[]"});
        calls.add(new String[] {"GetAndLoadInternalContext", "SessionId", "ID", "ContextTypes.1", "file_transfer"});
        calls.add(
                new String[] {"CallMcpTool", "SessionId", "ID", "Name", "read_file", "Args", "{\"path\":\"/tmp/a\"}"});
        calls.add(new String[] {"CallMcpTool", "SessionId", "ID", "Name", "shell", "Args", "{\"command\":\"id\"}"});
        return calls;
    }

    @Test
    void anEndedSessionIsNobodyElses() throws Exception {
        one.call("ReleaseMcpSession", "SessionId", session);
        assertThat(one.call("GetSessionDetail", "SessionId", session)).containsEntry("Success", true);
        assertSame(new String[] {"GetSessionDetail", "SessionId", "ID"}, session, "s-00000000000000000");
    }

    @Test
    void aContextOfAnotherCannotBeMountedIntoOnesOwnSession() throws Exception {
        String mine = (String) ((Map<?, ?>) other.call("CreateMcpSession").get("Data")).get("SessionId");
        String mounts = Json.text(List.of(Map.of("ContextId", context, "Path", "/tmp/m")));
        assertThat(other.call("BindContexts", "SessionId", mine, "PersistenceDataList", mounts))
                .containsEntry("Success", false);
        assertThat(other.call("SyncContext", "SessionId", mine, "ContextId", context, "Path", "/tmp/m"))
                .containsEntry("Success", false);
        assertThat(other.call("DescribeSessionContexts", "SessionId", mine).get("Data"))
                .isEqualTo(List.of());
    }

    @Test
    void theTokenOfOneSessionOpensNoOther() throws Exception {
        Map<?, ?> mine = (Map<?, ?>) other.call("CreateMcpSession").get("Data");
        String link = (String) created.get("LinkUrl");
        String socket = (String) created.get("WsUrl");
        for (String token : List.of((String) mine.get("Token"), "", "akm-one", "tok-" + session)) {
            assertThat(link(link, token)).isEqualTo(401);
            assertThatThrownBy(() -> new TestSocket(socket, token)).hasMessageContaining("Handshake");
        }
        assertThat(link(link, (String) created.get("Token"))).isEqualTo(200);
        new TestSocket(socket, (String) created.get("Token")).close();
    }

    private static int link(String link, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link + "/callTool"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"tool\":\"get_metrics\",\"args\":{}}"));
        request.header("X-Access-Token", token);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** A signed URL is its context's alone: its signature fits no other context, key, method or time. */
    @Test
    void aSignedUrlOpensNothingElse() throws Exception {
        String mine = other.context("mine");
        String url = other.url("GetContextFileUploadUrl", mine, "/tmp/m/file");
        String theirs = one.url("GetContextFileUploadUrl", context, "/tmp/m/file");
        for (String forged : List.of(
                url.replace(mine, context),
                url.replace("file", "other"),
                url.replaceAll("expires=(\\d+)", "expires=9$1"),
                url.replaceAll("signature=.*", theirs.replaceAll(".*(signature=.*)", "$1")),
                theirs.replaceAll("signature=.*", url.replaceAll(".*(signature=.*)", "$1")))) {
            assertThat(put(forged)).as(forged).isEqualTo(403);
        }
        assertThat(get(url)).isEqualTo(403);
        assertThat(put(url)).isEqualTo(200);
        assertThat(Json.text(one.call("DescribeContextFiles", "ContextId", context, "ParentFolderPath", "/tmp/m")))
                .doesNotContain("file\"");
    }

    private static int put(String url) throws Exception {
        return status(HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofString("x")));
    }

    private static int get(String url) throws Exception {
        return status(HttpRequest.newBuilder(URI.create(url)));
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void noReplyToOneNamesAnythingOfTheOther() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String action : List.of("ListContexts", "ListSession", "ListMcpTools")) {
            all.append(Json.text(other.call(action)));
        }
        for (String name : List.of("ListSkillMetaData", "ListVolumes", "GetVolume", "DescribeNetwork")) {
            all.append(Json.text(other.call(name, "SessionId", session, "VolumeName", "shared name")));
        }
        assertThat(all.toString()).doesNotContain(context, session, "shared name", "akm-one");
    }
}
