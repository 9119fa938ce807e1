package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.common.ApiKey;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.HttpCall.KeyPlacement;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A server that does anything a test wants, counted, and a transport that talks to it. */
final class Peer implements AutoCloseable {

    static final String KEY = "akm-very-secret-0123456789";

    private static final Duration LONG = Duration.ofMinutes(1);

    final AtomicInteger requests = new AtomicInteger();
    final Set<SocketAddress> connections = ConcurrentHashMap.newKeySet();
    final NettyTransport transport;
    private final DisposableServer server;

    private Peer(
            UnaryOperator<HttpServer> setup,
            ClientOptions options,
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        server = setup.apply(HttpServer.create().host("127.0.0.1").port(0))
                .handle((request, response) -> {
                    requests.incrementAndGet();
                    connections.add(request.remoteAddress());
                    return handler.apply(request, response);
                })
                .bindNow(LONG);
        transport = NettyTransport.create(NettySettings.of(options, ApiKey.of(KEY)));
    }

    static Peer answering(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        return new Peer(UnaryOperator.identity(), ClientOptions.defaults(), handler);
    }

    static Peer with(
            UnaryOperator<HttpServer> setup,
            ClientOptions options,
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        return new Peer(setup, options, handler);
    }

    /** Closes the connection whatever was sent on it. */
    static Mono<Void> cut(HttpServerResponse response) {
        return Mono.fromRunnable(() -> response.withConnection(connection -> {
            var unused = connection.channel().close();
        }));
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.port() + pathAndQuery);
    }

    HttpCall call() {
        return call(Map.of("Name", "a b"), KeyPlacement.FORM);
    }

    HttpCall call(Map<String, String> form, KeyPlacement key) {
        return new HttpCall(
                "POST",
                uri("/"),
                Map.of("x-acs-action", "GetContext"),
                Map.of("Action", "GetContext"),
                form,
                null,
                key,
                1024 * 1024);
    }

    @Override
    public void close() {
        transport.close().block(LONG);
        server.disposeNow(LONG);
    }
}
