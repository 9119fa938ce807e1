package io.agentbay.reactive.local.official;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.core.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the official clients of the languages differ on the wire, the service takes all of them alike. */
class LanguagesHttpTests {

    @TempDir
    private Path data;

    private AgentBayLocal local;
    private String context = "";
    private String session = "";

    @BeforeEach
    void start() throws Exception {
        local = AgentBayLocal.start(data);
        context = text(post("Action=GetContext", key("%20") + "&Name=languages&AllowCreate=true"), "Id");
        session = text(post("Action=CreateMcpSession", key("+") + "&Labels=%7B%7D"), "SessionId");
    }

    @AfterEach
    void stop() {
        local.close();
    }

    private String key(String space) {
        return "Authorization=Bearer" + space + local.apiKey();
    }

    private Map<String, Object> post(String query, String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(local.endpoint() + "/?" + query))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static Map<String, Object> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> reply =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return Json.object("reply", reply.body());
    }

    private static String text(Map<String, Object> reply, String field) {
        assertThat(reply).containsEntry("Success", true);
        return String.valueOf(((Map<?, ?>) reply.get("Data")).get(field));
    }

    @Test
    void typeScriptGetsTheContextOfTransfersWhereOthersPost() throws Exception {
        String fields = "&ContextTypes.1=file_transfer&SessionId=" + session + "&" + key("%20");
        Map<String, Object> got = send(
                HttpRequest.newBuilder(URI.create(local.endpoint() + "/?Action=GetAndLoadInternalContext" + fields)));
        Map<String, Object> posted = post("Action=GetAndLoadInternalContext", fields.substring(1));

        assertThat(got.get("Data")).isEqualTo(posted.get("Data")).asString().contains("file_transfer");
    }

    @Test
    void goPausesWithTheKeyInTheQueryAndJavaWithItInTheForm() throws Exception {
        assertThat(post("Action=PauseSessionAsync&" + key("%20"), "SessionId=" + session))
                .containsEntry("Success", true);
        assertThat(text(post("Action=GetSessionDetail&SessionId=" + session, key("+")), "Status"))
                .isIn("PAUSING", "PAUSED");
        assertThat(post("Action=ResumeSessionAsync", key("+") + "&SessionId=session-nonexistent-12345"))
                .containsEntry("Success", false)
                .containsEntry("Code", "InvalidMcpSession.NotFound");
    }

    @Test
    void theStatusOfAListingComesInTheQueryOrInTheForm() throws Exception {
        String form = key("+") + "&Labels=%7B%7D&MaxResults=10";

        assertThat(post("Action=ListSession&Status=RUNNING", form).get("Data"))
                .asString()
                .contains(session);
        assertThat(post("Action=ListSession", form + "&Status=RUNNING").get("Data"))
                .asString()
                .contains(session);
        assertThat(post("Action=ListSession", form + "&Status=PAUSED").get("Data"))
                .asString()
                .doesNotContain(session);
    }

    @Test
    void anEmptyServerAMissingOneAndTheRightOneFindTheTool() throws Exception {
        String call = key("%20") + "&AutoGenSession=false&Name=list_directory&SessionId=" + session
                + "&Args=%7B%22path%22%3A%22%2F%22%7D";

        for (String server : new String[] {"", "&Server=", "&Server=wuying_filesystem"}) {
            assertThat(post("Action=CallMcpTool", call + server).get("Data"))
                    .asString()
                    .contains("[DIR] tmp");
        }
    }

    @Test
    void theHeaderAloneNamesTheAction() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(local.endpoint() + "/?Format=json&Version=2025-05-06"))
                .header("x-acs-action", "GetContext")
                .POST(HttpRequest.BodyPublishers.ofString(key("+") + "&ContextId=" + context));

        assertThat(text(send(request), "Name")).isEqualTo("languages");
    }

    @Test
    void aKeyOfASyncIsInTheQueryAndItsModeMayBeMissing() throws Exception {
        String mounts = "%5B%7B%22ContextId%22%3A%22" + context + "%22%2C%22Path%22%3A%22%2Ftmp%2Fm%22%7D%5D";
        assertThat(post("Action=BindContexts", key("+") + "&SessionId=" + session + "&PersistenceDataList=" + mounts))
                .containsEntry("Success", true);
        assertThat(post("Action=SyncContext&" + key("+"), "SessionId=" + session))
                .containsEntry("Success", true);

        String form = key("+") + "&SessionId=" + session + "&TaskType=upload&Path=%2Ftmp%2Fm&ContextId=" + context;
        assertThat(text(post("Action=GetContextInfo", form), "ContextStatus")).contains("/tmp/m", "upload");
    }
}
