package io.agentbay.reactive.internal.file;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Signed addresses and the store behind them, over real HTTP; closes connections in the middle of content. */
final class CuttingStore implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> putHeaders = new CopyOnWriteArrayList<>();
    private final AtomicInteger putsToCut = new AtomicInteger();
    private final AtomicInteger getsToCut = new AtomicInteger();
    private final AtomicInteger version = new AtomicInteger(1);
    private double share;
    private Runnable onCut = () -> {};
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow(Duration.ofSeconds(10));

    static CuttingStore start() {
        return new CuttingStore();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.port();
    }

    void cutPutsAt(double at, int times) {
        share = at;
        putsToCut.set(times);
    }

    void cutGetsAt(double at, int times) {
        share = at;
        getsToCut.set(times);
    }

    void replaceWhenCut(String key, byte[] bytes) {
        onCut = () -> {
            objects.put(key, bytes);
            version.incrementAndGet();
        };
    }

    void put(String key, byte[] bytes) {
        objects.put(key, bytes);
    }

    byte[] object(String key) {
        return objects.get(key);
    }

    List<String> asked() {
        return asked;
    }

    List<String> putHeaders() {
        return putHeaders;
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        if (request.uri().startsWith("/o?")) {
            var key = io.agentbay.reactive.stub.Recorded.decode(request.uri().substring(3))
                    .get("key");
            return request.method().name().equals("PUT") ? take(key, request, response) : give(key, request, response);
        }
        return request.receive()
                .aggregate()
                .asString()
                .flatMap(form ->
                        address(io.agentbay.reactive.stub.Recorded.decode(form).get("FilePath"), request, response));
    }

    private Mono<Void> address(String path, HttpServerRequest request, HttpServerResponse response) {
        asked.add((request.uri().contains("UploadUrl") ? "upload " : "download ") + path);
        var url = endpoint() + "/o?key=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just("{\"Success\":true,\"RequestId\":\"r\",\"Data\":{\"Url\":\"" + url
                        + "\",\"ExpireTime\":1900000000}}"))
                .then();
    }

    private Mono<Void> take(String key, HttpServerRequest request, HttpServerResponse response) {
        asked.add("PUT");
        request.requestHeaders()
                .forEach(header -> putHeaders.add(header.getKey().toLowerCase(Locale.ROOT)));
        var length = Long.parseLong(request.requestHeaders().get("Content-Length"));
        if (putsToCut.getAndDecrement() > 0) {
            return request.receive()
                    .asByteArray()
                    .scan(0L, (sum, piece) -> sum + piece.length)
                    .takeUntil(sum -> sum >= share * length)
                    .then(cut(response));
        }
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .doOnNext(bytes -> objects.put(key, bytes))
                .then(response.send().then());
    }

    private Mono<Void> give(String key, HttpServerRequest request, HttpServerResponse response) {
        var range = request.requestHeaders().get("Range");
        asked.add("GET " + range + " " + request.requestHeaders().get("If-Range"));
        var bytes = objects.get(key);
        var look = "bytes=0-0".equals(range);
        var tag = "\"v" + version.get() + "\"";
        var same = look || tag.equals(request.requestHeaders().get("If-Range"));
        var from = look || range == null || !same ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        var to = look ? 1 : bytes.length;
        response.status(range != null && same ? 206 : 200)
                .header("ETag", tag)
                .header("Content-Length", Integer.toString(to - from));
        if (range != null && same) {
            response.header("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
        }
        if (!look && getsToCut.getAndDecrement() > 0) {
            return share == 0 ? cut(response) : half(response, Arrays.copyOf(bytes, (int) (share * bytes.length)));
        }
        return response.sendByteArray(pieces(Arrays.copyOfRange(bytes, from, to)))
                .then();
    }

    private Mono<Void> half(HttpServerResponse response, byte[] bytes) {
        return response.sendByteArray(pieces(bytes)).then().then(cut(response)).onErrorResume(e -> cut(response));
    }

    private static Flux<byte[]> pieces(byte[] bytes) {
        return Flux.range(0, (bytes.length + PIECE - 1) / PIECE)
                .map(n -> Arrays.copyOfRange(bytes, n * PIECE, Math.min(bytes.length, (n + 1) * PIECE)));
    }

    private Mono<Void> cut(HttpServerResponse response) {
        return Mono.fromRunnable(() -> {
            onCut.run();
            response.withConnection(connection -> {
                var unused = connection.channel().close();
            });
        });
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(5));
    }
}
