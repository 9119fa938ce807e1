package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.SessionModel.Connections;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways into a session beside CallMcpTool: its link and its WebSocket, by the bytes official clients send. */
class DirectSessionHttpTests {

    @TempDir
    private Path data;

    private AgentBayLocal local;
    private LocalHttp http;
    private Map<String, Object> session;

    @BeforeEach
    void start() throws Exception {
        local = AgentBayLocal.start(
                data,
                LocalOptions.defaults()
                        .model(model ->
                                model.sessions(sessions -> sessions.connections(Connections.LINK_AND_WEB_SOCKET))));
        http = new LocalHttp(local);
        session = http.data("CreateMcpSession");
    }

    @AfterEach
    void stop() {
        local.close();
    }

    private String id() {
        return text("SessionId");
    }

    private String text(String field) {
        return (String) session.get(field);
    }

    @Test
    void aSessionOffersWhatItsModelSaysAndNothingByDefault(@TempDir Path other) throws Exception {
        assertThat(text("LinkUrl")).isEqualTo(local.endpoint() + "/link/" + id());
        assertThat(text("WsUrl")).isEqualTo("ws://" + local.endpoint().getAuthority() + "/ws/" + id());
        assertThat(text("Token")).startsWith("tok-").hasSizeGreaterThan(30);
        assertThat(text("ToolList")).contains("\"name\":\"get_file_change\"", "\"server\":\"wuying_filesystem\"");
        assertThat(http.data("GetSession", "SessionId", id())).containsEntry("Token", text("Token"));

        try (var plain = AgentBayLocal.start(other)) {
            assertThat(new LocalHttp(plain).data("CreateMcpSession"))
                    .containsEntry("Token", "")
                    .containsEntry("LinkUrl", "")
                    .containsEntry("WsUrl", "")
                    .doesNotContainKey("ToolList");
        }
    }

    @Test
    void aCapturedLinkCallIsAnsweredAsCaptured() throws Exception {
        var reply = link(text("Token"), """
                {"args":{"path":"/tmp/a.txt","content":"hello","mode":"overwrite"},"server":"wuying_filesystem",\
                "requestId":"link-1795355869470-955846284","tool":"write_file","token":"%s"}""".formatted(text("Token")));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(Json.object("reply", reply.body())).isEqualTo(Json.object("expected", """
                                {"code": 0, "data": {"result": {"content": [{"type": "text",\
                                 "text": "Successfully wrote to /tmp/a.txt"}], "isError": false}},\
                                 "requestId": "link-1795355869470-955846284"}"""));
        assertThat(read("/tmp/a.txt")).isEqualTo("hello");
        assertThat(local.requests()).anySatisfy(request -> {
            assertThat(request.action()).isEqualTo("callTool");
            assertThat(request.fields()).containsEntry("Name", "write_file");
        });
        assertThat(local.requests().toString()).doesNotContain(text("Token"));
    }

    @Test
    void aFailedToolIsAResultAndARefusalIsAnHttpError() throws Exception {
        assertThat(link(text("Token"), "{\"tool\":\"read_file\",\"args\":{\"path\":\"/none\"}}")
                        .body())
                .contains("\"isError\":true", "File not found: /none");
        assertThat(link("tok-wrong", "{\"tool\":\"read_file\"}").statusCode()).isEqualTo(401);
        assertThat(link("", "{\"tool\":\"read_file\"}").statusCode()).isEqualTo(401);
        assertThat(link(text("Token"), "{}").statusCode()).isEqualTo(400);
        assertThat(link(text("Token"), "[]").statusCode()).isEqualTo(400);
        http.call("PauseSessionAsync", "SessionId", id());
        assertThat(link(text("Token"), "{\"tool\":\"list_directory\",\"args\":{\"path\":\"/\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nothingOpensAnEndedSession() throws Exception {
        http.call("ReleaseMcpSession", "SessionId", id());

        assertThat(link(text("Token"), "{\"tool\":\"list_directory\",\"args\":{\"path\":\"/\"}}")
                        .body())
                .contains("not found");
        assertThatThrownBy(() -> new TestSocket(text("WsUrl"), text("Token"))).isInstanceOf(CompletionException.class);
    }

    @Test
    void aSocketOpensByItsTokenOnly() {
        assertThatThrownBy(() -> new TestSocket(text("WsUrl"), "tok-wrong"))
                .rootCause()
                .hasMessageContaining("401");
    }

    @Test
    void changesArePushedFromTheSubscriptionOn() throws Exception {
        write("/tmp/before.txt", "1");
        var socket = new TestSocket(text("WsUrl"), text("Token"));
        socket.send(subscribe("865e418ec95a95c7b23da5d26613f947", "subscribe"));
        assertThat(socket.next())
                .isEqualTo("{\"invocationId\":\"865e418ec95a95c7b23da5d26613f947\",\"source\":\"WEBSOCKET_SERVER\","
                        + "\"target\":\"SDK\",\"data\":{\"status\":\"subscribed\"}}");

        write("/tmp/pushed.txt", "1");

        assertThat(socket.next())
                .isEqualTo("{\"invocationId\":\"push-1\",\"source\":\"wuying_filesystem\",\"target\":\"SDK\",\"data\":{"
                        + "\"eventType\":\"file_change\",\"path\":\"/tmp\",\"events\":["
                        + "{\"eventType\":\"create\",\"path\":\"/tmp/pushed.txt\",\"pathType\":\"file\"},"
                        + "{\"eventType\":\"modify\",\"path\":\"/tmp/pushed.txt\",\"pathType\":\"file\"}]}}");
        socket.send(subscribe("c83041b5f173a0aa2918b0d0df9ac850", "unsubscribe"));
        assertThat(socket.next()).contains("c83041b5f173a0aa2918b0d0df9ac850", "\"status\":\"unsubscribed\"");
        socket.close();
    }

    private static String subscribe(String id, String word) {
        return "{\"invocationId\":\"" + id + "\",\"source\":\"SDK\",\"target\":\"wuying_filesystem\",\"data\":{"
                + "\"method\":\"" + word + "_file_change\",\"params\":{\"path\":\"/tmp\"}}}";
    }

    @Test
    void pingsJunkAndUnknownMethodsDoNoHarm() throws Exception {
        var socket = new TestSocket(text("WsUrl"), text("Token"));
        socket.send("{\"type\":\"ping\"}");
        socket.send("not json");
        socket.send("{\"invocationId\":\"1\",\"data\":{\"method\":\"exec_task\",\"params\":{}}}");

        assertThat(socket.next())
                .isEqualTo("{\"invocationId\":\"1\",\"source\":\"WEBSOCKET_SERVER\",\"target\":\"SDK\",\"data\":{"
                        + "\"error\":\"The local service does not provide the method exec_task\"}}");
        socket.send("{\"invocationId\":\"2\",\"data\":{\"method\":\"subscribe_file_change\",\"params\":{}}}");
        assertThat(socket.next()).contains("\"2\"", "path is mandatory");
        socket.send("{\"invocationId\":\"3\",\"data\":\"no object\"}");
        assertThat(socket.next()).contains("\"3\"", "data", "is not an object");
        socket.close();
    }

    @Test
    void theEndOfTheSessionClosesItsSocket() throws Exception {
        var socket = new TestSocket(text("WsUrl"), text("Token"));
        http.call("ReleaseMcpSession", "SessionId", id());

        assertThat(socket.closed().join()).isEqualTo(1001);
    }

    @Test
    void codeIsStreamed() throws Exception {
        var socket = new TestSocket(text("WsUrl"), text("Token"));
        socket.send(run("import sys\\nprint('hi', flush=True)\\nprint('no', file=sys.stderr, flush=True)\\n42"));
        String first = socket.next();
        assumeTrue(!first.contains("runs no commands here"), first);

        String all = first + socket.next() + socket.next();
        String end = socket.next();

        assertThat(all)
                .contains(
                        "\"phase\":\"event\",\"seq\":1,\"eventType\":\"std",
                        "\"eventType\":\"stdout\",\"chunk\":\"hi\\n\"")
                .contains("\"eventType\":\"stderr\",\"chunk\":\"no\\n\"")
                .contains(
                        "\"seq\":3,\"eventType\":\"result\",\"result\":{\"text/plain\":\"42\",\"isMainResult\":true}");
        assertThat(end)
                .contains("{\"invocationId\":\"6908dc81\",\"source\":\"wuying_codespace\",\"target\":\"SDK\"")
                .contains("\"method\":\"run_code\",\"mode\":\"stream\",\"phase\":\"end\",\"executionCount\":1")
                .contains("\"executionError\":\"\"", "\"status\":\"finished\"");
        socket.send(run("1 / 0"));
        assertThat(socket.next()).contains("Traceback");
        assertThat(socket.next()).contains("\"executionError\":\"ZeroDivisionError: division by zero\"");
        socket.close();
    }

    private static String run(String code) {
        return "{\"invocationId\":\"6908dc81\",\"source\":\"SDK\",\"target\":\"wuying_codespace\",\"data\":{"
                + "\"method\":\"run_code\",\"mode\":\"stream\",\"params\":{\"language\":\"python\",\"timeoutS\":60,"
                + "\"code\":\"" + code + "\"}}}";
    }

    private HttpResponse<String> link(String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(text("LinkUrl") + "/callTool"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("X-Access-Token", token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void write(String path, String content) throws Exception {
        tool("write_file", Json.text(Map.of("path", path, "content", content)));
    }

    private String read(String path) throws Exception {
        return tool("read_file", Json.text(Map.of("path", path)));
    }

    private String tool(String name, String arguments) throws Exception {
        var result = http.data("CallMcpTool", "SessionId", id(), "Name", name, "Args", arguments);
        assertThat(result).as("%s", result).containsEntry("isError", false);
        var content = (java.util.List<?>) result.get("content");
        return String.valueOf(((Map<?, ?>) content.get(0)).get("text"));
    }
}
