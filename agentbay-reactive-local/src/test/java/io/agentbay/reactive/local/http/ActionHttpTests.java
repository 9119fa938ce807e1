package io.agentbay.reactive.local.http;

import static io.agentbay.reactive.local.http.TestFront.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.control.RequestJournal;
import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.fault.CallFault;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActionHttpTests {

    private static TestFront front;

    @BeforeAll
    static void start() {
        front = new TestFront();
    }

    @AfterAll
    static void stop() {
        front.close();
    }

    @BeforeEach
    void clean() {
        front.backend.requests.clear();
        front.journal.clear();
        front.faults.clear();
    }

    @Test
    void aCallIsDecodedAuthenticatedAndAnsweredInTheEnvelope() throws Exception {
        var response = front.post("Action=GetContext&Format=json", "Authorization=Bearer+" + KEY + "&Name=a+b");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response))
                .containsEntry("Success", true)
                .containsEntry("Code", "ok")
                .containsEntry("HttpStatusCode", 200)
                .containsEntry("Data", Map.of("Echo", "GetContext"))
                .containsKeys("RequestId", "Message");
        var request = front.backend.requests.get(0);
        assertThat(request.action()).isEqualTo("GetContext");
        assertThat(request.fields()).containsEntry("Name", "a b").containsEntry("Format", "json");
        assertThat(request.tenant()).doesNotContain(KEY);
    }

    @Test
    void everythingMayComeInTheQueryOfAGet() throws Exception {
        var uri = front.uri(
                "/?Action=GetAndLoadInternalContext&ContextTypes.1=file_transfer&SessionId=s-1&Authorization=Bearer%20"
                        + KEY);
        assertThat(front.send(HttpRequest.newBuilder(uri)).statusCode()).isEqualTo(200);
        assertThat(front.backend.requests.get(0).fields()).containsEntry("ContextTypes.1", "file_transfer");
    }

    @Test
    void theActionMayComeInTheHeaderOnly() throws Exception {
        var request = HttpRequest.newBuilder(front.uri("/"))
                .header("x-acs-action", "ListContexts")
                .POST(HttpRequest.BodyPublishers.ofString("Authorization=Bearer%20" + KEY));
        assertThat(json(front.send(request))).containsEntry("Data", Map.of("Echo", "ListContexts"));
    }

    @Test
    void aBodyMayComeInChunks() {
        var body = "Authorization=Bearer%20" + KEY + "&Server=";
        var half = body.length() / 2;
        String answer = rawPost(
                "/?Action=GetLink",
                "Transfer-Encoding: chunked",
                chunk(body.substring(0, half)) + chunk(body.substring(half)) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("GetLink");
        assertThat(front.backend.requests.get(0).fields()).containsEntry("Server", "");
    }

    @Test
    void twoKeysAreTwoTenantsAndNoOtherKeyExists() throws Exception {
        front.post("Action=A", "Authorization=Bearer+" + KEY);
        front.post("Action=A", "Authorization=Bearer+akm-test-0002");
        assertThat(front.backend.requests.get(0).tenant())
                .isNotEqualTo(front.backend.requests.get(1).tenant());
        for (String form : new String[] {
            "", "Authorization=", "Authorization=Bearer+", "Authorization=" + KEY, "Authorization=Bearer+akm-x"
        }) {
            var response = front.post("Action=A", form);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(json(response)).containsEntry("Code", "InvalidApiKey").containsEntry("Success", false);
        }
        assertThat(front.backend.requests).hasSize(2);
    }

    @Test
    void actionsThatCarryNoKeyAreAnsweredWithoutOneAsNobody() throws Exception {
        for (String action : new String[] {"ApplyMqttToken", "HandleAIEngineMessage"}) {
            var response = front.post("Action=" + action + "&SessionToken=t", "");
            assertThat(json(response)).containsEntry("Data", Map.of("Echo", action));
        }
        assertThat(front.backend.requests).extracting("tenant").containsOnly("nobody");
    }

    @Test
    void malformedCallsAreRefusedWithAReason() throws Exception {
        assertThat(front.post("Action=A", "Name=%zz").statusCode()).isEqualTo(400);
        assertThat(front.post("Action=A", "Name=%FF").body()).contains("UTF-8");
        assertThat(front.post("", "Authorization=Bearer+" + KEY).body()).contains("MissingAction");
        assertThat(front.send(HttpRequest.newBuilder(front.uri("/nowhere"))).statusCode())
                .isEqualTo(404);
        assertThat(front.send(HttpRequest.newBuilder(front.uri("/?Action=A")).DELETE())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedUnread() {
        String answer = rawPost("/?Action=A", "Content-Length: 999999999", "");
        assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
    }

    @Test
    void whatBreaksInsideTellsNothingToTheCaller() throws Exception {
        var response = front.post("Action=Crash", "Authorization=Bearer+" + KEY);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(json(response)).containsEntry("Code", "InternalError");
        assertThat(response.body()).doesNotContain("secret-detail");
    }

    /** An error that is no exception was lost once, and its caller waited for ever. */
    @Test
    void whatBreaksDownInsideIsAnsweredToo() throws Exception {
        var response = front.post("Action=Overflow", "Authorization=Bearer+" + KEY);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(json(response)).containsEntry("Code", "InternalError");
    }

    @Test
    void theJournalKnowsEveryCallAndNoSecret() throws Exception {
        front.post("Action=GetLink", "Authorization=Bearer+" + KEY + "&SessionId=s-1&SessionToken=tok");
        front.post("Action=GetLink", "Authorization=Bearer+wrong");
        assertThat(front.journal.entries())
                .extracting(RequestJournal.Entry::status)
                .containsExactly(200, 401);
        assertThat(front.journal.entries().get(0).fields()).containsEntry("SessionId", "s-1");
        assertThat(front.journal.entries().toString()).doesNotContain(KEY, "wrong", "tok");
    }

    @Test
    void armedFaultsHappenAndThenAreOver() throws Exception {
        front.faults.on("GetContextInfo").times(1).throttle(Duration.ofMillis(1_500));
        front.faults.on("GetContextInfo").times(1).httpStatus(500, "InternalError");
        front.faults.on("GetContextInfo").times(1).garbage();
        var throttled = poll();
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("2");
        assertThat(json(throttled)).containsEntry("Code", "Throttling.User");
        assertThat(poll().statusCode()).isEqualTo(500);
        assertThat(front.backend.requests).isEmpty();
        assertThat(poll().body()).startsWith("<html>");
        assertThat(front.backend.requests).hasSize(1);
        assertThat(json(poll())).containsEntry("Success", true);
    }

    @Test
    void aDroppedConnectionIsDroppedAtItsMoment() throws Exception {
        front.faults.on("GetContextInfo").times(1).drop(CallFault.When.BEFORE_WORK);
        assertThat(rawPoll()).isEmpty();
        assertThat(front.backend.requests).isEmpty();
        front.faults.on("GetContextInfo").times(1).drop(CallFault.When.AFTER_WORK);
        assertThat(rawPoll()).isEmpty();
        assertThat(front.backend.requests).hasSize(1);
        front.faults.on("GetContextInfo").times(1).drop(CallFault.When.MID_BODY);
        assertThat(rawPoll()).startsWith("HTTP/1.1 200").contains("RequestId").doesNotContain("GetContextInfo");
    }

    @Test
    void aFaultOfAToolStrikesThatToolOnly() throws Exception {
        front.faults.onTool("write_file").httpStatus(503, "ServiceUnavailable");
        assertThat(tool("read_file").statusCode()).isEqualTo(200);
        assertThat(tool("write_file").statusCode()).isEqualTo(503);
    }

    @Test
    void hostileRequestsDoNoHarm() throws Exception {
        String longLine = "GET /?" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: x\r\n\r\n";
        String longHeader = "GET / HTTP/1.1\r\nHost: x\r\nX: " + "b".repeat(40_000) + "\r\n\r\n";
        assertThat(front.raw("GARBAGE\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(front.raw(longLine)).doesNotStartWith("HTTP/1.1 2");
        assertThat(front.raw(longHeader)).doesNotStartWith("HTTP/1.1 2");
        assertThat(rawPost("/?Action=A", "Content-Length: nine", "")).doesNotStartWith("HTTP/1.1 2");
        assertThat(rawPost("/?Action=A", "Transfer-Encoding: chunked", chunk("x".repeat(17 * 1024 * 1024))))
                .doesNotStartWith("HTTP/1.1 2");
        assertThat(poll().statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> poll() throws Exception {
        return front.post("Action=GetContextInfo", "Authorization=Bearer+" + KEY);
    }

    private static String rawPoll() {
        String body = "Authorization=Bearer+" + KEY;
        return rawPost("/?Action=GetContextInfo", "Content-Length: " + body.length(), body);
    }

    private static HttpResponse<String> tool(String name) throws Exception {
        return front.post("Action=CallMcpTool", "Authorization=Bearer+" + KEY + "&Name=" + name);
    }

    private static String rawPost(String target, String lengthHeader, String body) {
        try {
            return front.raw("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lengthHeader
                    + "\r\n\r\n" + body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static Map<String, Object> json(HttpResponse<String> response) {
        return Json.object("body", response.body());
    }
}
