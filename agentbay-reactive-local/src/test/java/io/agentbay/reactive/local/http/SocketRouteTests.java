package io.agentbay.reactive.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.core.OpenSession;
import io.netty.channel.Channel;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

class SocketRouteTests {

    private final TestFront front = new TestFront();
    private final EventLoop loop = new DefaultEventLoop();
    private final AtomicBoolean onLoop = new AtomicBoolean();

    @AfterEach
    void stop() {
        var unused = loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        front.close();
    }

    /** Elsewhere the loop may read the first frame before the upgrade is whole: the frame is lost, its buffer leaks. */
    @Test
    void theUpgradeHappensWhereNothingIsReadMeanwhile() {
        front.backend.door = (session, token) -> stub(OpenSession.class, Map.of());

        new SocketRoute(front.tools()).handle(request(), response()).block(Duration.ofMinutes(1));

        assertThat(onLoop).isTrue();
    }

    private static HttpServerRequest request() {
        HttpHeaders headers = new DefaultHttpHeaders().set("Upgrade", "websocket");
        return stub(
                HttpServerRequest.class, Map.of("uri", arguments -> "/ws/s-1", "requestHeaders", arguments -> headers));
    }

    private HttpServerResponse response() {
        var channel = stub(Channel.class, Map.of("eventLoop", arguments -> loop));
        var connection = stub(Connection.class, Map.of("channel", arguments -> channel));
        return stub(
                HttpServerResponse.class,
                Map.of("withConnection", arguments -> told(arguments[0], connection), "sendWebsocket", arguments -> {
                    onLoop.set(loop.inEventLoop());
                    return Mono.empty();
                }));
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object told(Object consumer, Connection connection) {
        ((Consumer<Connection>) consumer).accept(connection);
        return null;
    }

    private static <T> T stub(Class<T> type, Map<String, Function<Object[], @Nullable Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName()).apply(arguments)));
    }
}
