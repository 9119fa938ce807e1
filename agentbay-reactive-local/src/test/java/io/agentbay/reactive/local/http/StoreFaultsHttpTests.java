package io.agentbay.reactive.local.http;

import static io.agentbay.reactive.local.http.TestFront.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.control.RequestJournal;
import io.agentbay.reactive.local.core.UrlGrant;
import io.agentbay.reactive.local.fault.CallFault;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong with signed URLs, and with connections, on purpose. */
class StoreFaultsHttpTests {

    private static final String KEY = "/a.txt";

    private final TestFront front = new TestFront();

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void anAcknowledgedPutIsGone() throws Exception {
        front.faults.on("PUT object").times(1).loseData();
        var lost = put("0123456789");
        assertThat(lost.statusCode()).isEqualTo(200);
        assertThat(lost.headers().firstValue("ETag").orElseThrow()).matches("\"[0-9A-F]{32}\"");
        assertThat(front.backend.stored).isEmpty();
        assertThat(get().statusCode()).isEqualTo(404);

        put("0123456789");
        assertThat(get().body()).isEqualTo("0123456789");
    }

    @Test
    void anExpiredUrlIsRefusedAsOne() throws Exception {
        front.faults.on("GET object").times(1).expireUrl();
        put("x");
        var expired = get();
        assertThat(expired.statusCode()).isEqualTo(403);
        assertThat(expired.body()).contains("AccessDenied", "expired");
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void garbageHasTheRightLengthAndTheWrongBytes() throws Exception {
        put("0123456789");
        front.faults.on("GET object").times(1).garbage();
        assertThat(get().body()).hasSize(10).isNotEqualTo("0123456789");
        assertThat(get().body()).isEqualTo("0123456789");
    }

    @Test
    void aThrottledUrlSaysHowLongToWait() throws Exception {
        front.faults.on("PUT object").times(1).throttle(Duration.ofMillis(1_500));
        var throttled = put("x");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("2");
        assertThat(front.backend.stored).isEmpty();
    }

    @Test
    void onlyTheContextAndThePathMeantAreStruck() throws Exception {
        front.faults.on("GET object").context("project").path("*.txt").expireUrl();
        put("x");
        assertThat(get().statusCode()).isEqualTo(403);
        assertThat(get("SdkCtx-1", "/a.bin").statusCode()).isEqualTo(404);
        assertThat(get("SdkCtx-2", KEY).statusCode()).isEqualTo(404);
    }

    @Test
    void theJournalSaysWhichFaultDidWhat() throws Exception {
        front.faults.on("PUT object").times(1).drop(CallFault.When.AFTER_WORK);
        assertThatThrownBy(() -> put("x")).isInstanceOf(IOException.class);
        assertThat(front.backend.stored).hasSize(1);
        get();
        RequestJournal.Entry dropped = front.journal.entries().get(0);
        assertThat(dropped.did().code()).isEqualTo("ok");
        assertThat(dropped.did().fault()).isEqualTo("f1: action PUT object times 1: drop (when after-work)");
        assertThat(front.journal.entries().get(1).did().fault()).isEmpty();
    }

    @Test
    void aResetConnectionIsNotAClosedOne() throws Exception {
        front.faults.on("GetLink").times(1).reset(CallFault.When.BEFORE_WORK);
        assertThatThrownBy(() -> raw("GetLink"))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        front.faults.on("GetLink").times(1).drop(CallFault.When.BEFORE_WORK);
        assertThat(raw("GetLink")).isEmpty();
    }

    @Test
    void aVanishingSessionIsGoneBeforeTheCall() throws Exception {
        front.faults
                .onTool("write_file")
                .context("project")
                .path("/mnt/**")
                .times(1)
                .endSession();
        tool("write_file", "s-2", "/mnt/a");
        tool("write_file", "s-1", "/tmp/a");
        assertThat(front.backend.vanished).isEmpty();
        tool("write_file", "s-1", "/mnt/a");
        assertThat(front.backend.vanished).containsExactly("s-1");
        assertThat(front.backend.requests).hasSize(3);
    }

    private void tool(String name, String session, String path) throws Exception {
        front.post(
                "Action=CallMcpTool",
                "Authorization=Bearer+" + TestFront.KEY + "&Name=" + name + "&SessionId=" + session
                        + "&Args=%7B%22path%22%3A%22" + path.replace("/", "%2F") + "%22%7D");
    }

    private String raw(String action) throws IOException {
        try (Socket socket = front.socket()) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET /?Action=" + action + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private HttpResponse<String> put(String content) throws Exception {
        return front.send(HttpRequest.newBuilder(url("PUT", "SdkCtx-1", KEY)).PUT(BodyPublishers.ofString(content)));
    }

    private HttpResponse<String> get() throws Exception {
        return get("SdkCtx-1", KEY);
    }

    private HttpResponse<String> get(String context, String key) throws Exception {
        return front.send(HttpRequest.newBuilder(url("GET", context, key)));
    }

    private URI url(String method, String context, String key) {
        return URI.create(front.urls.signed(new UrlGrant(method, context, key, NOW.plusSeconds(60))));
    }
}
