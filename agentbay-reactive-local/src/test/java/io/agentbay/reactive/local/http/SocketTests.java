package io.agentbay.reactive.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.OpenSession;
import io.agentbay.reactive.local.core.ServiceError;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import reactor.test.publisher.TestPublisher;

class SocketTests {

    private static final String DROPPED = "reactor.onErrorDropped.local";

    private final TestFront front = new TestFront();
    private final TestPublisher<WebSocketFrame> frames =
            TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        front.close();
    }

    /** The event loop tells of the lost connection what another thread has just ended. */
    @Test
    void whoLeavesWhileAMessageFailsIsNoErrorOfAnybody() {
        var ended = new Socket(session(), refusingWork())
                .run(inbound(), outbound())
                .contextWrite(context -> context.put(DROPPED, (Consumer<Throwable>) dropped::add))
                .toFuture();
        frames.next(new TextWebSocketFrame("{}"));
        frames.error(new AbortedException("Connection has been closed"));

        assertThatThrownBy(ended::join).hasCauseInstanceOf(ServiceError.class);
        assertThat(dropped).isEmpty();
    }

    @Test
    void whoLeavesEndsTheSocketWithoutAnError() {
        var ended =
                new Socket(session(), front.tools()).run(inbound(), outbound()).toFuture();
        frames.error(new AbortedException("Connection has been closed"));

        assertThat(ended).succeedsWithin(Duration.ofMinutes(1));
    }

    private FrontTools refusingWork() {
        var ended = new Work(work -> {
            throw new RejectedExecutionException("ended");
        });
        var tools = front.tools();
        return new FrontTools(tools.parts(), ended, tools.ids(), tools.limits(), tools.bodies());
    }

    private static OpenSession session() {
        return stub(OpenSession.class, Map.of("alive", true));
    }

    private WebsocketInbound inbound() {
        return stub(WebsocketInbound.class, Map.of("receiveFrames", frames.flux()));
    }

    private static WebsocketOutbound outbound() {
        var forEver = stub(WebsocketOutbound.class, Map.of("then", Mono.never()));
        return stub(WebsocketOutbound.class, Map.of("sendString", forEver));
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }
}
