package io.agentbay.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.common.ApiKey;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import reactor.test.StepVerifier;

class SocketHttpTests {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String TOKEN = "tok-very-secret";

    private final NettyTransport transport =
            NettyTransport.create(NettySettings.of(ClientOptions.defaults(), ApiKey.of(Peer.KEY)));
    private final Queue<String> headers = new ConcurrentLinkedQueue<>();
    private DisposableServer server;

    @AfterEach
    void stop() {
        transport.close().block(LIMIT);
        server.disposeNow(LIMIT);
    }

    private SocketCall serve(BiFunction<WebsocketInbound, WebsocketOutbound, Publisher<Void>> handler) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/ws/s-1", (request, response) -> {
                    headers.add(request.uri() + " " + request.requestHeaders().get("X-Access-Token"));
                    headers.add(request.requestHeaders().get("User-Agent"));
                    return response.sendWebsocket(handler);
                }))
                .bindNow(LIMIT);
        return call("/ws/s-1?secret=1");
    }

    private SocketCall call(String path) {
        return call(path, LIMIT);
    }

    private SocketCall call(String path, Duration heartbeat) {
        return new SocketCall(
                URI.create("ws://127.0.0.1:" + server.port() + path),
                Map.of("X-Access-Token", TOKEN),
                1_000,
                heartbeat);
    }

    private <T> Flux<T> with(SocketCall call, Function<Socket, Flux<T>> work) {
        return Flux.usingWhen(transport.open(call), work, Socket::close);
    }

    @Test
    void textsGoBothWaysWithTheTokenInTheOpening() {
        var call = serve((in, out) -> out.sendString(in.receive().asString().map(text -> "echo " + text)));

        StepVerifier.create(with(
                        call,
                        socket -> socket.send("a")
                                .then(socket.ping())
                                .then(socket.send("ü"))
                                .thenMany(socket.received())
                                .take(2)))
                .expectNext("echo a", "echo ü")
                .expectComplete()
                .verify(LIMIT);

        assertThat(headers).first().isEqualTo("/ws/s-1?secret=1 " + TOKEN);
        assertThat(headers).last().asString().startsWith("agentbay-reactive/");
    }

    @Test
    void theEndOfTheOtherSideCompletes() {
        var call = serve((in, out) -> out.sendString(Mono.just("bye")).then(out.sendClose()));

        StepVerifier.create(with(call, Socket::received))
                .expectNext("bye")
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void aBrokenConnectionEndsTheTexts() {
        var call = serve((in, out) -> out.sendString(Mono.just("half"))
                .then(Mono.<Void>fromRunnable(() -> in.withConnection(connection -> {
                    var unused = connection.channel().close();
                }))));

        StepVerifier.create(with(call, Socket::received).onErrorComplete(TransportException.class))
                .expectNext("half")
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void aRefusedOpeningIsAnErrorWithoutTheToken() {
        serve((in, out) -> Mono.never());

        StepVerifier.create(transport.open(call("/other?" + TOKEN)))
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(TransportException.class);
                    assertThat(String.valueOf(error)).doesNotContain(TOKEN);
                })
                .verify(LIMIT);
    }

    @Test
    void nobodyThereIsAConnectError() {
        serve((in, out) -> Mono.never());
        var gone = call("/ws/s-1");
        server.disposeNow(LIMIT);

        StepVerifier.create(transport.open(gone))
                .expectErrorSatisfies(error ->
                        assertThat(((TransportException) error).phase()).isEqualTo(Phase.CONNECT))
                .verify(LIMIT);
    }

    @Test
    void aSilentConnectionBreaksAndOneThatAnswersPingsDoesNot() {
        serve((in, out) -> in.receive().then());
        var call = call("/ws/s-1", Duration.ofMillis(300));
        Flux<String> pinged = with(
                call,
                socket -> socket.received()
                        .mergeWith(Flux.range(1, 10)
                                .delayElements(Duration.ofMillis(200))
                                .concatMap(beat -> socket.ping().thenReturn("alive"))));

        // Where a ping is late, because the machine is busy, the connection breaks before its time.
        await().untilAsserted(() -> StepVerifier.create(pinged)
                .expectNextCount(10)
                .expectError(TransportException.class)
                .verify(LIMIT));
    }

    @Test
    void plainConnectionsBeyondThisMachineAreRefused() {
        serve((in, out) -> Mono.never());
        var away = new SocketCall(URI.create("ws://example.org/ws"), Map.of(), 1_000, LIMIT);

        StepVerifier.create(transport.open(away))
                .expectErrorSatisfies(error -> assertThat(error).hasMessageContaining("refused"))
                .verify(LIMIT);
    }

    @Test
    void aCancelClosesTheConnection() {
        var seen = new ConcurrentLinkedQueue<String>();
        var call = serve((in, out) -> in.receive()
                .then()
                .doOnSubscribe(subscription -> seen.add("open"))
                .doFinally(signal -> seen.add("closed")));

        StepVerifier.create(with(call, Socket::received))
                .then(() -> await().until(() -> seen.contains("open")))
                .thenCancel()
                .verify(LIMIT);

        await().until(() -> seen.contains("closed"));
    }
}
