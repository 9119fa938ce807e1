package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.common.ApiKey;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.HttpCall.KeyPlacement;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import io.agentbay.reactive.internal.transport.Upload;
import io.netty.handler.logging.LogLevel;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.transport.logging.AdvancedByteBufFormat;

/** A program of its own that does everything a key or a signed URL takes part in, while everything is logged. */
final class TalkativeClient {

    private TalkativeClient() {}

    /** Talks to the server at the first argument with the key of the second, by URLs signed with the third. */
    public static void main(String[] arguments) {
        var server = arguments[0];
        var signed = URI.create(server + "/file?Signature=" + arguments[2]);
        var settings = NettySettings.of(ClientOptions.defaults(), ApiKey.of(arguments[1]))
                .customizer(client -> client.wiretap("wire", LogLevel.DEBUG, AdvancedByteBufFormat.TEXTUAL));
        var transport = NettyTransport.create(settings);
        tell(transport.exchange(call(server, KeyPlacement.FORM)));
        tell(transport.exchange(call(server, KeyPlacement.QUERY)));
        tell(transport.exchange(call(server + "/drop", KeyPlacement.FORM)));
        tell(transport.exchange(call("http://127.0.0.1:1", KeyPlacement.QUERY)));
        tell(transport.exchange(call("http://host.example", KeyPlacement.QUERY)));
        tell(transport.put(new Upload(signed, 3, Flux.just(ByteBuffer.wrap(new byte[3])))));
        tell(transport.put(new Upload(signed, 4, Flux.just(ByteBuffer.wrap(new byte[3])))));
        tell(transport
                .get(new DownloadCall(signed, Map.of("Range", "bytes=0-")))
                .flatMap(download -> download.body().then(Mono.just(download.headers()))));
        tell(transport.get(new DownloadCall(URI.create(signed.toString().replace("file", "drop")), Map.of())));
        tell(socket(transport, server + "/ws/" + arguments[2], arguments[2]));
        tell(socket(transport, server + "/drop?token=" + arguments[2], arguments[2]));
        tell(socket(transport, server + "/refused", arguments[2]));
        cancel(transport.exchange(call(server + "/never", KeyPlacement.FORM)));
        cancel(transport.put(new Upload(URI.create(server + "/never"), 3, Flux.just(ByteBuffer.wrap(new byte[3])))));
        cancel(transport.put(new Upload(
                URI.create(server + "/never"),
                6,
                Flux.just(ByteBuffer.wrap(new byte[3])).concatWith(Flux.never()))));
        cancel(transport.get(new DownloadCall(URI.create(server + "/never"), Map.of())));
        transport.close().block(Duration.ofMinutes(1));
    }

    private static Mono<List<String>> socket(NettyTransport transport, String uri, String token) {
        var call = new SocketCall(
                URI.create(uri.replace("http:", "ws:")), Map.of("X-Access-Token", token), 1_000, Duration.ofSeconds(5));
        return Flux.usingWhen(
                        transport.open(call),
                        socket ->
                                socket.send("hello").thenMany(socket.received()).take(1),
                        Socket::close)
                .collectList();
    }

    private static HttpCall call(String uri, KeyPlacement key) {
        return new HttpCall(
                "POST",
                URI.create(uri),
                Map.of("x-acs-action", "GetContext"),
                Map.of("Action", "GetContext"),
                Map.of("Name", "a"),
                null,
                key,
                1024);
    }

    /** Long after the request left. */
    private static void cancel(Mono<?> work) {
        System.out.println("cancelling");
        tell(work.then(Mono.just("answered")).timeout(Duration.ofSeconds(1), Mono.just("cancelled")));
    }

    private static void tell(Mono<?> work) {
        try {
            System.out.println("told: " + work.block(Duration.ofMinutes(1)));
        } catch (RuntimeException error) {
            error.printStackTrace();
        }
    }
}
