package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** An open WebSocket whose texts are copied off the network as they are asked for. */
final class NettySocket implements Socket, Handover.Opened {

    private static final int SILENT_HEARTBEATS = 3;
    private static final int NORMAL = 1000;

    private final Exchange exchange;
    private final Connection connection;
    private final WebsocketInbound in;
    private final WebsocketOutbound out;
    private final int maxTextBytes;
    private final AtomicBoolean taken = new AtomicBoolean();

    NettySocket(Exchange exchange, Connection connection, SocketCall call) {
        exchange.answered();
        this.exchange = exchange;
        this.connection = connection;
        this.in = (WebsocketInbound) connection.inbound();
        this.out = (WebsocketOutbound) connection.outbound();
        this.maxTextBytes = call.maxTextBytes();
        var silence = call.heartbeat().multipliedBy(SILENT_HEARTBEATS).toMillis();
        connection.addHandlerLast(new ReadTimeoutHandler(silence, TimeUnit.MILLISECONDS));
    }

    @Override
    public Flux<String> received() {
        return Flux.defer(() -> taken.compareAndSet(false, true)
                ? in.aggregateFrames(maxTextBytes)
                        .receiveFrames()
                        .ofType(TextWebSocketFrame.class)
                        .map(TextWebSocketFrame::text)
                        .onErrorMap(exchange::failure)
                : Flux.error(new IllegalStateException("a WebSocket is read once")));
    }

    @Override
    public Mono<Void> send(String text) {
        return Mono.defer(() -> out.sendString(Mono.just(text)).then()).onErrorMap(exchange::failure);
    }

    @Override
    public Mono<Void> ping() {
        return Mono.defer(() -> out.sendObject(new PingWebSocketFrame()).then()).onErrorMap(exchange::failure);
    }

    @Override
    public Mono<Void> close() {
        return Mono.defer(() -> out.sendClose(NORMAL, "close"))
                .onErrorComplete()
                .doFinally(signal -> connection.dispose());
    }

    @Override
    public void abandon() {
        if (taken.compareAndSet(false, true)) {
            connection.dispose();
        }
    }
}
