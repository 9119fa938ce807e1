package io.agentbay.reactive.benchmarks;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** Answers every call with the same context after a chosen delay, on threads whose cost is told apart by their name. */
final class StubService implements AutoCloseable {

    static final String THREADS = "stub-service";

    private static final String ANSWER = "{\"RequestId\":\"0A1B2C3D-0000-1111-2222-333344445555\",\"Success\":true,"
            + "\"Code\":\"ok\",\"HttpStatusCode\":200,\"Data\":{\"Id\":\"ctx-0123456789\",\"Name\":\"benchmark\","
            + "\"State\":\"available\",\"OsType\":\"linux\",\"CreateTime\":\"2026-01-01T00:00:00Z\","
            + "\"LastUsedTime\":\"2026-01-01T00:00:00Z\"}}";

    private final LoopResources loops = LoopResources.create(THREADS, 1, true);
    private final AtomicLong connections = new AtomicLong();
    private final DisposableServer server;
    private volatile Duration delay = Duration.ZERO;

    StubService(@Nullable SslContext tls) {
        var plain = HttpServer.create()
                .host("localhost")
                .port(0)
                .runOn(loops)
                .doOnChannelInit((observer, channel, address) -> connections.incrementAndGet())
                .handle(this::answer);
        this.server = (tls == null ? plain : plain.secure(spec -> spec.sslContext(tls))).bindNow();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        var wait = delay;
        Mono<Void> read = request.receive().then();
        return read.then(wait.isZero() ? Mono.empty() : Mono.delay(wait))
                .then(response.header("Content-Type", "application/json")
                        .sendString(Mono.just(ANSWER))
                        .then());
    }

    void delay(Duration next) {
        delay = next;
    }

    long connections() {
        return connections.get();
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.disposeNow();
        loops.dispose();
    }
}
