package io.agentbay.reactive.local.http;

import static io.agentbay.reactive.local.http.TestFront.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.local.control.RequestJournal;
import io.agentbay.reactive.local.core.UrlGrant;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreHttpTests {

    private static final String KEY = "/mnt/data/ä b%+?&😀.bin";

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
        front.backend.stored.clear();
        front.journal.clear();
    }

    @Test
    void whatIsPutComesBackToTheByte() throws Exception {
        byte[] content = new byte[5 * 1024 * 1024 + 7];
        new Random(1).nextBytes(content);
        var put = front.send(HttpRequest.newBuilder(url("PUT")).PUT(BodyPublishers.ofByteArray(content)));
        var get = front.sendForBytes(HttpRequest.newBuilder(url("GET")));
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(get.statusCode()).isEqualTo(200);
        assertThat(get.body()).isEqualTo(content);
        assertThat(get.headers().firstValue("ETag"))
                .isEqualTo(put.headers().firstValue("ETag"))
                .isPresent();
        assertThat(get.headers().firstValue("Last-Modified")).contains("Thu, 1 Jan 1970 00:00:00 GMT");
        nothingIsOpen();
    }

    @Test
    void aBodyOfUnknownLengthIsTaken() throws Exception {
        var stream = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("streamed".getBytes(UTF_8)));
        assertThat(front.send(HttpRequest.newBuilder(url("PUT")).PUT(stream)).statusCode())
                .isEqualTo(200);
        assertThat(front.backend.stored.get("SdkCtx-1" + KEY)).asString(UTF_8).isEqualTo("streamed");
    }

    @Test
    void anEmptyObjectIsAnObject() throws Exception {
        assertThat(front.send(HttpRequest.newBuilder(url("PUT")).PUT(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(front.sendForBytes(HttpRequest.newBuilder(url("GET"))).body())
                .isEmpty();
    }

    @Test
    void aBodyThatEndsEarlyLeavesNothing() throws Exception {
        try (Socket socket = front.socket()) {
            URI url = url("PUT");
            String head = "PUT " + url.getRawPath() + "?" + url.getRawQuery()
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n";
            socket.getOutputStream().write((head + "only this").getBytes(UTF_8));
            socket.getOutputStream().flush();
            await().until(() -> front.backend.openUploads.get() == 1);
        }
        nothingIsOpen();
        assertThat(front.backend.stored).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type", "Content-MD5", "x-oss-meta-a"})
    void aHeaderThatWasNotSignedIsRefused(String header) throws Exception {
        var request =
                HttpRequest.newBuilder(url("PUT")).header(header, "text/plain").PUT(BodyPublishers.ofString("x"));
        var response = front.send(request);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("SignatureDoesNotMatch");
        assertThat(front.backend.stored).isEmpty();
    }

    @Test
    void anAlteredExpiredOrMissingGrantIsForbidden() throws Exception {
        assertThat(status(url("PUT"))).isEqualTo(403);
        assertThat(status(URI.create(url("GET") + "0"))).isEqualTo(403);
        assertThat(status(front.uri("/_store/SdkCtx-1?key=a"))).isEqualTo(403);
        assertThat(status(front.uri(front.signer.sign(new UrlGrant("GET", "SdkCtx-1", KEY, NOW)))))
                .isEqualTo(403);
        assertThat(status(url("GET"))).isEqualTo(404);
        assertThat(front.journal.entries())
                .extracting(RequestJournal.Entry::status)
                .endsWith(403, 404);
        assertThat(front.journal.entries().toString()).doesNotContain("signature");
    }

    /** Noting the refusal read the address again, failed again, and made it an error of the service. */
    @ParameterizedTest
    @ValueSource(strings = {"/_store/%zz?key=a", "/_store/c?key=%zz", "/_store/%ff?key=%c3", "/_store/?key=%"})
    void anAddressThatCannotBeReadIsTheCallersFault(String address) throws Exception {
        assertThat(front.raw("GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(front.journal.entries())
                .extracting(RequestJournal.Entry::status)
                .containsExactly(400);
    }

    @Test
    void whoIsRefusedWhileSendingMuchLearnsWhy() throws Exception {
        var url = URI.create(url("PUT") + "0");
        var response =
                front.send(HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(new byte[6 * 1024 * 1024])));
        assertThat(response.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 206, 0123, bytes 0-3/10",
        "bytes=7-, 206, 789, bytes 7-9/10",
        "bytes=-2, 206, 89, bytes 8-9/10",
        "bytes=-50, 206, 0123456789, bytes 0-9/10",
        "bytes=4-99, 206, 456789, bytes 4-9/10",
        "'bytes=0-1,3-4', 200, 0123456789, ''",
        "lines=1-2, 200, 0123456789, ''",
        "bytes=5-2, 200, 0123456789, ''"
    })
    void rangesAreHonoured(String range, int status, String body, String contentRange) throws Exception {
        digits();
        var response = get("Range", range);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.headers().firstValue("Content-Range").orElse("")).isEqualTo(contentRange);
    }

    @Test
    void aRangeBehindTheEndIsAnError() throws Exception {
        digits();
        assertThat(get("Range", "bytes=10-").statusCode()).isEqualTo(416);
        nothingIsOpen();
    }

    @Test
    void aRangeOfAnotherVersionIsTheWholeObject() throws Exception {
        digits();
        String etag = get().headers().firstValue("ETag").orElseThrow();
        assertThat(get("Range", "bytes=8-", "If-Range", etag).statusCode()).isEqualTo(206);
        assertThat(get("Range", "bytes=8-", "If-Range", "\"other\"").body()).isEqualTo("0123456789");
    }

    @Test
    void aReaderWhoLeavesReleasesTheObject() throws Exception {
        front.backend.stored.put("SdkCtx-1" + KEY, new byte[64 * 1024 * 1024]);
        try (Socket socket = front.socket()) {
            URI url = url("GET");
            String head = "GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
        }
        nothingIsOpen();
    }

    private static void digits() {
        front.backend.stored.put("SdkCtx-1" + KEY, "0123456789".getBytes(UTF_8));
    }

    private static HttpResponse<String> get(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(url("GET"));
        return front.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static int status(URI get) throws Exception {
        return front.send(HttpRequest.newBuilder(get)).statusCode();
    }

    private static URI url(String method) {
        return URI.create(front.urls.signed(new UrlGrant(method, "SdkCtx-1", KEY, NOW.plusSeconds(60))));
    }

    private static void nothingIsOpen() {
        await().until(() -> front.backend.openUploads.get() == 0 && front.backend.openDownloads.get() == 0);
    }
}
