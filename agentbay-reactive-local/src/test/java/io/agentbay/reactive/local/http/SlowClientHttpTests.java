package io.agentbay.reactive.local.http;

import static io.agentbay.reactive.local.http.TestFront.KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.local.core.UrlGrant;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that send or read too slowly, too much or in odd pieces, over real sockets.
 *
 * <p>Mutations tried, each of which makes these tests fail: {@code Front.close} that leaves connections to the end of the
 * event loops (buffers leak); bodies whose silence only the server's own read timeout ends (an error is dropped); refused
 * bodies of which nothing more is read (the answer is lost with the connection).
 */
class SlowClientHttpTests {

    private static final int BODY = 1 << 20;

    /** More than what sockets take in of which nobody reads, less than what is read of a refused body. */
    private static final int TOO_MUCH = 7 << 20;

    private static final String CALL = "Authorization=Bearer+" + KEY;

    /** A second is long for a test and short for a load of other builds: only ends are asserted, never in-betweens. */
    private static final FrontLimits SHORT = new FrontLimits(
            BODY,
            8 * 1024,
            8 * 1024,
            1_000,
            1_000,
            Duration.ofSeconds(3),
            Duration.ofMinutes(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(3),
            2L * BODY);

    private TestFront front = new TestFront(SHORT, KEY);
    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void clean() {
        front.backend.stored.clear();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        front.close();
    }

    private Socket sending(String text) throws IOException {
        Socket socket = front.socket();
        open.add(socket);
        socket.setSoTimeout(60_000);
        write(socket, text);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    /** All that still comes; ends when the service hangs up. */
    private static String rest(Socket socket) throws IOException {
        StringBuilder all = new StringBuilder();
        byte[] piece = new byte[8_192];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                all.append(new String(piece, 0, read, UTF_8));
            }
        } catch (SocketException reset) {
            return all.toString();
        }
        return all.toString();
    }

    private static String until(Socket socket, String end) throws IOException {
        StringBuilder all = new StringBuilder();
        byte[] piece = new byte[8_192];
        while (all.indexOf(end) < 0) {
            int read = socket.getInputStream().read(piece);
            assertThat(read).as("after %s", all).isPositive();
            all.append(new String(piece, 0, read, UTF_8));
        }
        return all.toString();
    }

    private void assertServed() throws Exception {
        var answer = front.post("Action=GetContextInfo", CALL);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "POST /?Action=A HTTP/1.1\r\n", "POST / HTTP/1.1\r\nHost: x\r\nX-Drop: "})
    void aHeadThatComesDropByDropEndsInTime(String begun) throws Exception {
        Socket socket = sending(begun);
        Thread dripping = new Thread(() -> drip(socket));
        dripping.start();
        assertThat(rest(socket)).isEmpty();
        dripping.join();
        assertServed();
    }

    private static void drip(Socket socket) {
        try {
            for (int i = 0; i < 1_000; i++) {
                write(socket, "x");
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (IOException | InterruptedException hungUp) {
            return;
        }
    }

    @Test
    void aBodyThatComesDropByDropEndsInTimeAndSaysWhy() throws Exception {
        Socket socket = sending("POST /?Action=A HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
        Thread dripping = new Thread(() -> drip(socket));
        dripping.start();
        assertThat(rest(socket)).startsWith("HTTP/1.1 408").contains("RequestTimeout");
        dripping.join();
    }

    @Test
    void aBodyThatNeverComesEndsInTime() throws Exception {
        assertThat(rest(sending("POST /?Action=A HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n")))
                .startsWith("HTTP/1.1 408");
        assertServed();
    }

    @Test
    void anUploadThatStopsEndsInTimeSaysWhyAndLeavesNothing() throws Exception {
        URI url = url("PUT");
        for (int length : List.of(1_000, 1_000_000)) {
            Socket socket = sending("PUT " + url.getRawPath() + "?" + url.getRawQuery()
                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\nhalf");
            assertThat(rest(socket)).startsWith("HTTP/1.1 408");
        }
        await().until(() -> front.backend.openUploads.get() == 0);
        assertThat(front.backend.stored).isEmpty();
    }

    @Test
    void aReaderWhoStopsLosesItsConnectionAndReleasesTheObject() throws Exception {
        front.backend.stored.put("SdkCtx-1/k", new byte[64 << 20]);
        sending(get());
        await().until(() -> front.backend.openDownloads.get() == 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> front.backend.openDownloads.get() == 0);
        assertServed();
    }

    private String get() {
        URI url = url("GET");
        return "GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private URI url(String method) {
        UrlGrant grant = new UrlGrant(method, "SdkCtx-1", "/k", TestFront.NOW.plusSeconds(600));
        return URI.create(front.urls.signed(grant));
    }

    /** Stalled in each way there is: before a head, in it, in a small body, in a large one, in an upload, in an answer. */
    @Test
    void manyStalledClientsHoldNobodyUp() throws Exception {
        front.close();
        front = new TestFront(patient(), KEY);
        front.backend.stored.put("SdkCtx-1/k", new byte[16 << 20]);
        URI put = url("PUT");
        String upload = "PUT " + put.getRawPath() + "?" + put.getRawQuery() + " HTTP/1.1\r\nHost: x\r\n";
        String large =
                "POST /?Action=A HTTP/1.1\r\nHost: x\r\nContent-Length: " + BODY + "\r\n\r\n" + "a".repeat(BODY / 2);
        for (int i = 0; i < 60; i++) {
            sending("");
            sending("POST /?Act");
            sending("POST /?Action=A HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n" + CALL);
            sending(large);
            sending(upload + "Content-Length: 100\r\n\r\nhalf");
            sending(upload + "Content-Length: 1000000\r\n\r\nhalf");
            sending(get());
        }
        for (int i = 0; i < 50; i++) {
            assertServed();
        }
    }

    private static FrontLimits patient() {
        Duration patience = Duration.ofMinutes(5);
        return new FrontLimits(
                BODY, 8_192, 8_192, 1_000, 1_000, patience, patience, patience, patience, patience, 2L * BODY);
    }

    /** Their bodies fill the memory there is; a large call is told to come again, a small one never notices. */
    @Test
    void largeBodiesTogetherTakeNoMoreThanTheirMemory() throws Exception {
        front.close();
        front = new TestFront(patient(), KEY);
        String large =
                "POST /?Action=A HTTP/1.1\r\nHost: x\r\nContent-Length: " + BODY + "\r\n\r\n" + "a".repeat(BODY - 1);
        sending(large);
        sending(large);
        String whole = "POST /?Action=A HTTP/1.1\r\nHost: x\r\nContent-Length: " + BODY + "\r\n\r\n" + "a".repeat(BODY);

        await().untilAsserted(() -> assertThat(rest(sending(whole))).startsWith("HTTP/1.1 503"));
        assertServed();
        for (Socket stalled : open) {
            stalled.close();
        }
        await().untilAsserted(() -> assertThat(front.post("Action=A", CALL + "&X=" + "a".repeat(BODY / 2))
                        .statusCode())
                .isEqualTo(200));
    }

    /** Much more than may be, all of it sent before the answer is looked at. */
    @Test
    void whoSendsTooMuchIsToldSoAndNotCutOff() throws Exception {
        String tooMuch = "a".repeat(TOO_MUCH);
        assertThat(rest(sending(
                        "POST /?Action=A HTTP/1.1\r\nHost: x\r\nContent-Length: " + TOO_MUCH + "\r\n\r\n" + tooMuch)))
                .startsWith("HTTP/1.1 413");
        String chunks = Integer.toHexString(TOO_MUCH) + "\r\n" + tooMuch + "\r\n0\r\n\r\n";
        assertThat(rest(sending("POST /?Action=A HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void whoAsksBeforeSendingTooMuchIsNotAskedForIt() throws Exception {
        assertThat(rest(sending("POST /?Action=A HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: "
                        + TOO_MUCH + "\r\n\r\n")))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void moreConnectionsThanThereMayBeAreNotServedAndThoseThereAreStay() throws Exception {
        front.close();
        front = new TestFront(
                new FrontLimits(
                        BODY,
                        8_192,
                        8_192,
                        10,
                        1_000,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        BODY),
                KEY);
        Socket first = sending(call("close"));
        assertThat(rest(first)).startsWith("HTTP/1.1 200");
        for (int i = 0; i < 10; i++) {
            sending("POST /?Act");
        }
        await().untilAsserted(() -> assertThat(rest(sending(call("close")))).isEmpty());
        for (Socket stalled : open) {
            stalled.close();
        }
        await().untilAsserted(() -> assertThat(rest(sending(call("close")))).startsWith("HTTP/1.1 200"));
    }

    private static String call(String connection) {
        return "POST /?Action=GetContextInfo HTTP/1.1\r\nHost: x\r\nConnection: " + connection + "\r\nContent-Length: "
                + CALL.length() + "\r\n\r\n" + CALL;
    }

    @Test
    void headsAndBodiesBeyondTheirLimitsAreRefused() throws Exception {
        assertThat(rest(sending("GET /?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")))
                .startsWith("HTTP/1.1 4");
        assertThat(rest(sending("GET / HTTP/1.1\r\nHost: x\r\nX: " + "b".repeat(20_000) + "\r\n\r\n")))
                .startsWith("HTTP/1.1 4");
        assertThat(rest(sending("GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(5_000) + "\r\n")))
                .startsWith("HTTP/1.1 4");
        assertThat(rest(sending("POST /?Action=A HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n")))
                .startsWith("HTTP/1.1 413");
        assertServed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nbody\r\n0\r\n\r\n",
                "-1\r\nbody\r\n0\r\n\r\n",
                "ffffffffffffffff\r\nbody",
                "4\r\nbodyXX0\r\n\r\n",
                "\r\n\r\n\r\n",
                "4;ext=\"\u0000\"\r\nbody\r\nq\r\n\r\n"
            })
    void chunksThatAreNoneAreRefused(String chunks) throws Exception {
        String head = "POST /?Action=GetContextInfo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
        assertThat(rest(sending(head + chunks))).doesNotContain("HTTP/1.1 2");
        assertServed();
    }

    /** Which of two lengths counts is what requests are smuggled by. */
    @Test
    void twoLengthsAreNeverTwoRequests() throws Exception {
        String both =
                "POST /?Action=First HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\n" + "GET /?Action=Smuggled&" + CALL
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        rest(sending(both));
        String twice = "POST /?Action=First HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 60\r\n\r\n"
                + "GET /?Action=Smuggled&" + CALL + " HTTP/1.1\r\nHost: x\r\n\r\n";
        assertThat(rest(sending(twice))).startsWith("HTTP/1.1 400");
        assertServed();
        assertThat(front.backend.requests).noneMatch(request -> request.action().equals("Smuggled"));
    }

    @Test
    void aBodyOfOneByteChunksIsTaken() throws Exception {
        StringBuilder chunks = new StringBuilder();
        CALL.chars().forEach(c -> chunks.append("1\r\n").append((char) c).append("\r\n"));
        Socket socket = sending("POST /?Action=GetContextInfo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");
        assertThat(rest(socket)).startsWith("HTTP/1.1 200");
    }

    @Test
    void requestsSentAheadAreAnsweredInTheirOrder() throws Exception {
        StringBuilder ahead = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            ahead.append(call("keep-alive").replace("GetContextInfo", "Nth" + i));
        }
        Socket socket = sending(ahead.toString());
        String answers = until(socket, "\"Nth99\"");
        for (int i = 0, from = 0; i < 100; i++) {
            int at = answers.indexOf("\"Nth" + i + "\"", from);
            assertThat(at).as("answer %s", i).isGreaterThan(from);
            from = at;
        }
    }

    /** Who sends ahead and never reads fills the way back, and then is hung up on. */
    @Test
    void whoSendsAheadAndNeverReadsIsHungUpOn() throws Exception {
        Socket socket = sending("");
        String requests = call("keep-alive").repeat(200);
        Thread sender = new Thread(() -> {
            try {
                for (int i = 0; i < 5_000; i++) {
                    write(socket, requests);
                }
            } catch (IOException hungUp) {
                return;
            }
        });
        sender.start();
        assertServed();
        sender.join(240_000);
        assertThat(sender.isAlive()).isFalse();
        assertServed();
    }

    @Test
    void whoClosesHalfOfTheConnectionDisturbsNobody() throws Exception {
        Socket socket = sending(call("keep-alive"));
        socket.shutdownOutput();
        assertThat(rest(socket))
                .satisfiesAnyOf(
                        answer -> assertThat(answer).isEmpty(),
                        answer -> assertThat(answer).startsWith("HTTP/1.1 200"));
        Socket early = sending("POST /?Action=A HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
        early.shutdownOutput();
        assertThat(rest(early)).doesNotContain("HTTP/1.1 2");
        assertServed();
    }
}
