package io.agentbay.reactive.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.HttpCall.KeyPlacement;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

class NettyTransportHttpTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final PoolUse EMPTY_HANDS = new PoolUse(0, 0, 0);

    @Test
    void sendsTheKeyInTheFormAndNothingOfReactorNetty() {
        try (var peer = Peer.answering((request, response) -> response.sendString(request.receive()
                .aggregate()
                .asString()
                .map(body -> request.uri() + "|" + body + "|" + request.requestHeaders())))) {
            var text = answer(peer, peer.call()).text();
            assertThat(text)
                    .startsWith("/?Action=GetContext|Name=a+b&Authorization=Bearer+" + Peer.KEY + "|")
                    .contains("agentbay-reactive/", "x-acs-action: GetContext", "application/x-www-form-urlencoded")
                    .doesNotContainIgnoringCase("ReactorNetty")
                    .doesNotContainIgnoringCase("transfer-encoding");
        }
    }

    @Test
    void sendsTheKeyInTheQueryOrNotAtAll() {
        try (var peer = Peer.answering((request, response) -> response.sendString(
                request.receive().aggregate().asString().defaultIfEmpty("").map(body -> request.uri() + "|" + body)))) {
            assertThat(answer(peer, peer.call(Map.of(), KeyPlacement.QUERY)).text())
                    .isEqualTo("/?Action=GetContext&Authorization=Bearer+" + Peer.KEY + "|");
            assertThat(answer(peer, peer.call(Map.of("A", "b"), KeyPlacement.NONE))
                            .text())
                    .isEqualTo("/?Action=GetContext|A=b");
        }
    }

    @Test
    void anyStatusIsAnAnswerWithItsHeaders() {
        try (var peer = Peer.answering((request, response) ->
                response.status(429).header("Retry-After", "7").sendString(Mono.just("slow down")))) {
            var answer = answer(peer, peer.call());
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).isEqualTo("7");
            assertThat(answer.text()).isEqualTo("slow down");
        }
    }

    @Test
    void aDeadEndpointIsAFailedConnectAndSurelyNotSent() throws Exception {
        try (var bound = new Socket();
                var peer = Peer.answering((request, response) -> response.send())) {
            bound.bind(new InetSocketAddress("127.0.0.1", 0)); // nobody else gets the port, and nobody listens
            var port = bound.getLocalPort();
            var failure = failure(peer, to(URI.create("http://127.0.0.1:" + port + "/")));
            assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
            assertThat(failure.mayHaveHappened()).isFalse();
            assertThat(failure.summary()).contains("127.0.0.1:" + port);
        }
    }

    @Test
    void anUntrustedServerIsAFailureOfTls() {
        try (var peer = Peer.answering((request, response) -> response.send())) {
            var failure = failure(peer, to(URI.create(peer.uri("/").toString().replace("http:", "https:"))));
            assertThat(failure.phase()).isIn(Phase.TLS, Phase.CONNECT);
            assertThat(failure.mayHaveHappened()).isFalse();
        }
    }

    @Test
    void aConnectionCutBeforeTheAnswerMayHaveHappenedAndIsSentOnce() {
        try (var peer = Peer.answering((request, response) -> cut(response))) {
            var failure = failure(peer, peer.call());
            assertThat(failure.phase()).isEqualTo(Phase.RESPONSE);
            assertThat(failure.mayHaveHappened()).isTrue();
            assertThat(peer.requests).hasValue(1);
        }
    }

    @Test
    void aConnectionCutInTheBodyIsAFailureOfTheBody() {
        try (var half = HalfAnswer.start("Bearer");
                var peer = Peer.answering((request, response) -> response.send())) {
            var failure = failure(peer, to(half.uri()));
            assertThat(failure.phase()).isEqualTo(Phase.BODY);
            assertThat(failure.mayHaveHappened()).isTrue();
            await().until(() -> peer.transport.callPool().equals(EMPTY_HANDS));
        }
    }

    @Test
    void anAnswerLongerThanAllowedIsRefused() {
        try (var peer = Peer.answering(
                (request, response) -> response.sendByteArray(Flux.range(0, 100).map(n -> new byte[64 * 1024])))) {
            var failure = failure(peer, peer.call());
            assertThat(failure.phase()).isEqualTo(Phase.BODY);
            assertThat(failure.summary()).contains("longer than 1048576 bytes");
            await().until(() -> peer.transport.callPool().active() == 0);
        }
    }

    @Test
    void aFullPoolIsAFailedAcquireAndSurelyNotSent() {
        var options = ClientOptions.defaults()
                .connections(c -> c.maxConnections(1).maxPending(1).acquireTimeout(Duration.ofMillis(200)));
        try (var peer = Peer.with(UnaryOperator.identity(), options, (request, response) -> Mono.never())) {
            var first = peer.transport.exchange(peer.call()).toFuture();
            await().until(() -> peer.requests.get() == 1);
            var failure = failure(peer, peer.call());
            assertThat(failure.phase()).isEqualTo(Phase.ACQUIRE);
            assertThat(failure.mayHaveHappened()).isFalse();
            first.cancel(true);
            await().until(() -> peer.transport.callPool().equals(EMPTY_HANDS));
        }
    }

    @Test
    void aServerThatClosesIdleConnectionsIsReachedAgain() {
        try (var peer = Peer.with(
                server -> server.idleTimeout(Duration.ofMillis(500)),
                ClientOptions.defaults(),
                (request, response) -> response.sendString(Mono.just("ok")))) {
            for (int round = 1; round <= 2; round++) {
                assertThat(answer(peer, peer.call()).text()).isEqualTo("ok");
                await().until(() -> peer.transport.callPool().equals(EMPTY_HANDS));
            }
            assertThat(peer.connections).hasSize(2);
        }
    }

    @Test
    void connectionsAreKeptForTheNextCall() {
        try (var peer = Peer.answering((request, response) -> response.sendString(Mono.just("ok")))) {
            for (int round = 1; round <= 5; round++) {
                assertThat(answer(peer, peer.call()).text()).isEqualTo("ok");
                await().until(() -> peer.transport.callPool().equals(new PoolUse(0, 1, 0)));
            }
            assertThat(peer.connections).hasSize(1);
        }
    }

    @Test
    void aThousandTimeoutsLeaveThePoolClean() {
        try (var peer = Peer.answering((request, response) -> Mono.never())) {
            var late = Flux.range(0, 1_000)
                    .flatMap(
                            n -> peer.transport
                                    .exchange(peer.call())
                                    .timeout(Duration.ofMillis(20))
                                    .onErrorComplete(),
                            200)
                    .count()
                    .block(LONG);
            assertThat(late).isZero();
            await().until(() -> peer.transport.callPool().equals(EMPTY_HANDS));
        }
    }

    @Test
    void plainHttpBeyondThisMachineIsRefusedUnlessAllowedByName() {
        try (var peer = Peer.answering((request, response) -> response.send())) {
            var failure = failure(peer, to(URI.create("http://agentbay.example/")));
            assertThat(failure.summary()).contains("plainHttpTo(\"agentbay.example\")");
            assertThat(failure.attempts()).isZero();
        }
        var trust = ClientOptions.defaults()
                .trust(t -> t.plainHttpTo("AgentBay.example"))
                .trust();
        assertThat(new PlainHttp(trust).allows(URI.create("http://agentbay.example/")))
                .isTrue();
        assertThat(new PlainHttp(trust).allows(URI.create("http://localhost.example/")))
                .isFalse();
        assertThat(new PlainHttp(trust).allows(URI.create("http://[::1]:80/"))).isTrue();
    }

    private static Mono<Void> cut(HttpServerResponse response) {
        return Peer.cut(response);
    }

    private static HttpCall to(URI uri) {
        return new HttpCall("POST", uri, Map.of(), Map.of(), Map.of(), null, KeyPlacement.FORM, 1024);
    }

    private static HttpAnswer answer(Peer peer, HttpCall call) {
        var answer = peer.transport.exchange(call).block(LONG);
        assertThat(answer).isNotNull();
        assertThat(new String(answer.body(), UTF_8)).isEqualTo(answer.text());
        return answer;
    }

    private static TransportException failure(Peer peer, HttpCall call) {
        return catchThrowableOfType(
                TransportException.class, () -> peer.transport.exchange(call).block(LONG));
    }
}
