package io.agentbay.reactive.local.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.local.TestSocket;
import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.SessionModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every captured request and frame of the official clients, sent to the service, is answered with what they parse. */
class CapturesHttpTests {

    @TempDir
    private Path data;

    private AgentBayLocal local;
    private final Map<String, String> names = new HashMap<>();
    private Map<?, ?> session = Map.of();

    @BeforeEach
    void start() throws IOException {
        local = AgentBayLocal.start(
                data,
                LocalOptions.defaults()
                        .apiKey("akm-dummy-0000")
                        .model(model -> model.sessions(
                                sessions -> sessions.connections(SessionModel.Connections.LINK_AND_WEB_SOCKET))));
        Map<?, ?> context = (Map<?, ?>) answered("java-get-context-create").get("Data");
        names.put("SdkCtx-7504bba9385c", String.valueOf(context.get("Id")));
        session = (Map<?, ?>) answered("java-create-session").get("Data");
        for (String captured : List.of("s-de52557b6f6a47b4", "s-8d15b7d4547245d3")) {
            names.put(captured, String.valueOf(session.get("SessionId")));
        }
        names.put("tok-s-d19a8d400fba4366", String.valueOf(session.get("Token")));
        names.put("/link/s-d19a8d400fba4366", "/link/" + session.get("SessionId"));
    }

    @AfterEach
    void stop() {
        local.close();
    }

    private Map<String, Object> answered(String capture) throws IOException {
        String answer = Capture.read(capture).with(names).send(local.endpoint());
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        return body(answer);
    }

    private static Map<String, Object> body(String answer) {
        return Json.object("answer", answer.substring(answer.indexOf('\n') + 1));
    }

    @Test
    void withoutOtherNamesACaptureIsSentAsItWasCaptured() throws IOException {
        for (String name : List.of(
                "java-get-context-create",
                "java-create-session",
                "java-sync-context",
                "java-get-context-info",
                "java-get-context-unknown",
                "ts-call-tool-read-file",
                "ts-link-write-file")) {
            Capture capture = Capture.read(name);
            assertThat(capture.with(Map.of())).isEqualTo(capture);
        }
    }

    @Test
    void aContextIsCreatedAndAnotherIsNotFound() throws IOException {
        Map<String, Object> created = answered("java-get-context-create");
        String unknown = Capture.read("java-get-context-unknown").send(local.endpoint());

        assertThat(created)
                .containsEntry("Code", "ok")
                .containsEntry("Success", true)
                .containsEntry("HttpStatusCode", 200)
                .containsKeys("RequestId", "Message");
        assertThat(Json.text(created.get("Data")))
                .contains("\"Name\":\"ctx-ünï 1\"", "\"State\":\"available\"", "\"OsType\":\"linux\"")
                .contains("\"CreateTime\":", "\"LastUsedTime\":");
        assertThat(unknown).startsWith("HTTP/1.1 400 ");
        assertThat(body(unknown))
                .containsEntry("Code", "InvalidContext.NotFound")
                .containsEntry("Message", "Context not found")
                .containsEntry("HttpStatusCode", 400)
                .containsEntry("Success", false);
    }

    @Test
    void aSessionMountsWhatThePolicyInTheFormSays() throws IOException {
        assertThat(session.keySet().stream().map(String::valueOf))
                .contains(
                        "SessionId",
                        "AppInstanceId",
                        "ResourceId",
                        "ResourceUrl",
                        "HttpPort",
                        "NetworkInterfaceIp",
                        "VpcResource",
                        "Token",
                        "LinkUrl",
                        "WsUrl",
                        "Success",
                        "ErrMsg");
        assertThat(Json.text(entry())).contains("\"taskType\":\"download\"", "\"errorMessage\":\"\"");
    }

    private Map<?, ?> entry() throws IOException {
        Map<?, ?> data = (Map<?, ?>) answered("java-get-context-info").get("Data");
        Map<?, ?> item = (Map<?, ?>) Json.list("ContextStatus", String.valueOf(data.get("ContextStatus")))
                .get(0);
        assertThat(item.get("type")).isEqualTo("data");
        Map<?, ?> entry =
                (Map<?, ?>) Json.list("data", String.valueOf(item.get("data"))).get(0);
        assertThat(entry.get("contextId")).isEqualTo(names.get("SdkCtx-7504bba9385c"));
        assertThat(entry.get("path")).isEqualTo("/tmp/data");
        assertThat(entry.get("startTime")).isInstanceOf(Number.class);
        return entry;
    }

    @Test
    void aSyncIsAcceptedWithItsKeyInTheQuery() throws IOException {
        assertThat(answered("java-sync-context")).containsEntry("Success", true).doesNotContainKey("Data");
    }

    @Test
    void aToolIsCalledByLinkAndByCall() throws IOException {
        Map<String, Object> wrote = answered("ts-link-write-file");
        names.put("/tmp/a.txt", "/tmp/data/a.txt");
        names.put("\"hello\"", "\"héllo + & = and more\"");
        answered("ts-link-write-file");
        Map<String, Object> read = answered("ts-call-tool-read-file");

        assertThat(wrote).isEqualTo(Json.object("captured", """
                        {"code": 0, "data": {"result": {"content": [{"type": "text",\
                         "text": "Successfully wrote to /tmp/a.txt"}], "isError": false}},\
                         "requestId": "link-1795355869470-955846284"}"""));
        assertThat(read.get("Data")).isEqualTo(Json.object("captured", """
                        {"content": [{"type": "text", "text": "h\\u00e9llo + & ="}], "isError": false}"""));
    }

    @Test
    void theFramesOfAWebSocketAreAnswered() throws Exception {
        List<String> frames = Capture.resource("websocket-frames.txt").lines().toList();
        TestSocket socket = new TestSocket(String.valueOf(session.get("WsUrl")), String.valueOf(session.get("Token")));
        socket.send(fromClient(frames, "\"subscribe_file_change"));
        assertThat(Json.object("frame", socket.next())).isEqualTo(fromServer(frames, "subscribed"));

        names.put("/tmp/a.txt", "/tmp/pushed.txt");
        answered("ts-link-write-file");
        assertThat(socket.next())
                .contains("\"eventType\":\"file_change\",\"path\":\"/tmp\"", "\"source\":\"wuying_filesystem\"")
                .contains("{\"eventType\":\"create\",\"path\":\"/tmp/pushed.txt\",\"pathType\":\"file\"}");
        socket.send(fromClient(frames, "unsubscribe_file_change"));
        assertThat(socket.next()).contains("c83041b5f173a0aa2918b0d0df9ac850", "unsubscribed");

        socket.send(fromClient(frames, "\"ping\""));
        socket.send(fromClient(frames, "run_code"));
        String result = socket.next();
        assumeTrue(!result.contains("runs no"), result);
        assertThat(result)
                .contains("6908dc8175e0957445ef4559f5f8d3e6", "\"eventType\":\"result\"", "\"text/plain\":\"42\"");
        assertThat(socket.next()).contains("\"phase\":\"end\"", "\"executionCount\":1", "\"executionTime\":");
        assertThat(socket.isQuiet()).as("no answer to a ping in a text frame").isTrue();
        socket.close();
    }

    private static String fromClient(List<String> frames, String word) {
        return captured(frames, "C->S ", word);
    }

    private static Map<String, Object> fromServer(List<String> frames, String word) {
        return Json.object("captured", captured(frames, "S->C ", word));
    }

    private static String captured(List<String> frames, String direction, String word) {
        return frames.stream()
                .filter(frame -> frame.startsWith(direction) && frame.contains(word))
                .findFirst()
                .orElseThrow()
                .substring(direction.length());
    }
}
