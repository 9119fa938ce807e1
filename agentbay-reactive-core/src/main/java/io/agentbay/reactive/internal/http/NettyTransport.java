package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.FormEncoding;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import io.agentbay.reactive.internal.transport.Transport;
import io.agentbay.reactive.internal.transport.Upload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.resources.LoopResources;

/** HTTP on Reactor Netty, with connections, event loops and pools of its own. */
public final class NettyTransport implements Transport {

    private static final int ONE_WRITE = 64 * 1024;
    private static final int MOST_OF_A_REFUSAL = 64 * 1024;
    private static final Duration LOOPS_REST = Duration.ofSeconds(1);

    private final NettySettings settings;
    private final PlainHttp plainHttp;
    private final LoopResources loops = LoopResources.create("agentbay-http");
    private final Pool callPool;
    private final Pool transferPool;
    private final Pool socketPool;
    private final HttpClient calls;
    private final HttpClient transfers;
    private final HttpClient sockets;

    private NettyTransport(NettySettings settings) {
        this.settings = settings;
        this.plainHttp = new PlainHttp(settings.options().trust());
        var limits = settings.options().connections();
        this.callPool = new Pool("agentbay-calls", limits.maxConnections(), limits.acquireTimeout(), limits);
        this.transferPool = new Pool(
                "agentbay-transfers",
                limits.maxTransfers(),
                // A connection is held for as long as a file takes, so its turn may take as long as an attempt.
                settings.options().timeouts().attempt(),
                limits);
        this.socketPool = new Pool("agentbay-sockets", limits.maxConnections(), limits.acquireTimeout(), limits);
        var clients = new HttpClients(settings, loops);
        this.calls = clients.calls(callPool);
        this.transfers = clients.transfers(transferPool);
        this.sockets = clients.sockets(socketPool);
    }

    /** Makes a transport; reads the trusted certificates now, connects on demand. */
    public static NettyTransport create(NettySettings settings) {
        return new NettyTransport(settings);
    }

    @Override
    public Mono<HttpAnswer> exchange(HttpCall call) {
        return Mono.defer(() -> {
            var operation = call.headers().getOrDefault("x-acs-action", call.method());
            if (!plainHttp.allows(call.uri())) {
                return plainHttp.refuse(operation, call.uri());
            }
            var exchange = new Exchange(operation, call.uri(), Concealed.of(call, settings));
            return exchange.ofOne(calls.request(HttpMethod.valueOf(call.method()))
                    .uri(exchange.base())
                    .send((request, out) -> withBody(call) ? exchange.on(out).send(body(call)) : exchange.on(out))
                    .response((response, bytes) -> Answers.read(exchange, response, bytes, call.maxAnswerBytes()))
                    .single());
        });
    }

    private static boolean withBody(HttpCall call) {
        return call.form() != null || call.body() != null || call.key() == HttpCall.KeyPlacement.FORM;
    }

    private static Mono<ByteBuf> body(HttpCall call) {
        return Mono.fromSupplier(() -> {
            var body = call.body();
            var form = call.form() == null ? Map.<String, String>of() : call.form();
            return Unpooled.wrappedBuffer(body != null ? body : FormEncoding.encode(form));
        });
    }

    @Override
    public Mono<HttpAnswer> put(Upload upload) {
        return Mono.defer(() -> {
            if (!plainHttp.allows(upload.uri())) {
                return plainHttp.refuse("PUT", upload.uri());
            }
            var length = Map.of("Content-Length", Long.toString(upload.length()));
            var exchange = new Exchange("PUT", upload.uri(), Concealed.of(upload.uri(), length));
            return exchange.ofOne(transfers
                    .put()
                    .uri(exchange.base())
                    .send((request, out) -> {
                        request.header("Content-Length", Long.toString(upload.length()));
                        return exchange.on(out).send(content(upload));
                    })
                    .response((response, bytes) -> Answers.read(exchange, response, bytes, MOST_OF_A_REFUSAL))
                    .single());
        });
    }

    /** Little content leaves with the request in one write; the rest as the connection takes it. */
    private static Publisher<ByteBuf> content(Upload upload) {
        return upload.length() > 0 && upload.length() <= ONE_WRITE
                ? ExactLength.of(upload)
                        .collectList()
                        .map(pieces -> Unpooled.wrappedBuffer(pieces.toArray(ByteBuf[]::new)))
                : ExactLength.of(upload);
    }

    @Override
    public Mono<Download> get(DownloadCall call) {
        return Mono.defer(() -> {
            if (!plainHttp.allows(call.uri())) {
                return plainHttp.refuse("GET", call.uri());
            }
            var exchange = new Exchange("GET", call.uri(), Concealed.of(call.uri(), call.headers()));
            var owner = new Handover<NettyDownload>();
            return exchange.ofOne(transfers
                    .request(HttpMethod.GET)
                    .uri(exchange.base())
                    .send((request, out) -> exchange.on(out))
                    .responseConnection(
                            (response, connection) -> owner.opened(new NettyDownload(exchange, response, connection)))
                    .next()
                    .doOnCancel(owner::cancelled)
                    .<Download>map(download -> download));
        });
    }

    @Override
    public Mono<Socket> open(SocketCall call) {
        return Mono.defer(() -> {
            if (!plainHttp.allows(call.uri())) {
                return plainHttp.refuse("WebSocket", call.uri());
            }
            var headers = new HashMap<>(call.headers());
            headers.put("User-Agent", settings.userAgent());
            var exchange = new Exchange("WebSocket", call.uri(), Concealed.of(call.uri(), headers));
            var owner = new Handover<NettySocket>();
            return exchange.ofOne(
                    sockets.doOnChannelInit((observer, channel, address) -> RequestFinisher.announce(channel, exchange))
                            .websocket(WebsocketClientSpec.builder()
                                    .maxFramePayloadLength(call.maxTextBytes())
                                    .build())
                            .uri(exchange.base())
                            .connect()
                            .flatMap(connection -> owner.opened(new NettySocket(exchange, connection, call)))
                            .doOnCancel(owner::cancelled)
                            .<Socket>map(socket -> socket));
        });
    }

    /** Returns what the pool for calls holds now. */
    public PoolUse callPool() {
        return callPool.use();
    }

    /** Returns what the pool for the content of files holds now. */
    public PoolUse transferPool() {
        return transferPool.use();
    }

    @Override
    public Mono<Void> close() {
        return Mono.whenDelayError(callPool.close(), transferPool.close(), socketPool.close())
                .then(Mono.fromRunnable(this::endLoops));
    }

    /** Netty tells the end of a loop on a thread that keeps a JVM alive for a second: a JVM that ends is not to wait for it. */
    private void endLoops() {
        var unused = Schedulers.parallel().schedule(loops::dispose, LOOPS_REST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
