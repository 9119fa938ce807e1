package io.agentbay.reactive.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentbay.reactive.local.control.Control;
import io.agentbay.reactive.local.control.RequestJournal;
import io.agentbay.reactive.local.control.Steering;
import io.agentbay.reactive.local.fault.FaultBoard;
import io.agentbay.reactive.local.fault.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A front over a memory backend, on a free port, with the service's clock standing still. */
final class TestFront implements AutoCloseable {

    static final String KEY = "akm-test-0001";
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final MemoryBackend backend = new MemoryBackend();
    final FaultBoard board = new FaultBoard(SplittableRandom::new, id -> "name of " + id);
    final Faults faults = board.faults();
    final RequestJournal journal = new RequestJournal();
    final SignedUrls signer = new SignedUrls("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
    final FrontUrls urls = new FrontUrls(signer);
    private final ServiceThreads threads = new ServiceThreads();
    private final FrontTools tools;
    private final Front front;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestFront() {
        this(KEY, "akm-test-0002");
    }

    TestFront(String... keys) {
        this(FrontLimits.defaults(), keys);
    }

    TestFront(FrontLimits limits, String... keys) {
        var parts = new FrontParts(
                backend,
                new Tenants(List.of(keys)),
                urls,
                board,
                journal,
                new Control(backend.inspection(), board, journal, new FixedSteering()),
                Clock.fixed(NOW, ZoneOffset.UTC),
                threads);
        tools = FrontTools.of(parts, limits);
        front = Front.start(new ListenOn("127.0.0.1", 0, null), parts, limits).block();
    }

    /** Such as its routes have. */
    FrontTools tools() {
        return tools;
    }

    URI uri(String pathAndQuery) {
        return URI.create(front.endpoint() + pathAndQuery);
    }

    HttpResponse<String> post(String query, String form) throws Exception {
        return send(HttpRequest.newBuilder(uri("/?" + query))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends exactly these bytes and returns all that comes back until the connection ends. */
    String raw(String request) throws IOException {
        try (Socket socket = socket()) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(untilTheEnd(socket.getInputStream()), UTF_8);
        }
    }

    private static byte[] untilTheEnd(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException reset) {
            // a connection closed with unread bytes ends this way
        }
        return all.toByteArray();
    }

    Socket socket() throws IOException {
        return new Socket("127.0.0.1", front.endpoint().getPort());
    }

    private static final class FixedSteering implements Steering {

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Duration ahead() {
            return Duration.ZERO;
        }

        @Override
        public CompletionStage<Void> advanceLater(Duration by) {
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() {
        front.close().then(threads.close()).block();
    }
}
