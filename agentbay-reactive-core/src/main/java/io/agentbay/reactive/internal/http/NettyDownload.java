package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.internal.transport.Download;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/** An open answer whose body is copied off the network piece by piece, as it is asked for. */
final class NettyDownload implements Download, Handover.Opened {

    private final Exchange exchange;
    private final int status;
    private final Map<String, String> headers;
    private final Connection connection;
    private final AtomicBoolean taken = new AtomicBoolean();

    NettyDownload(Exchange exchange, HttpClientResponse response, Connection connection) {
        exchange.answered();
        this.exchange = exchange;
        this.status = response.status().code();
        this.headers = Answers.headers(response.responseHeaders());
        this.connection = connection;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public @Nullable Long length() {
        var length = headers.get("content-length");
        return length == null ? null : Long.valueOf(length);
    }

    @Override
    public Flux<ByteBuffer> body() {
        return Flux.defer(() -> taken.compareAndSet(false, true)
                ? connection
                        .inbound()
                        .receive()
                        .asByteArray()
                        .map(ByteBuffer::wrap)
                        .onErrorMap(exchange::failure)
                : Flux.error(new IllegalStateException("the body of an answer is read once")));
    }

    @Override
    public Mono<Void> release() {
        return Mono.fromRunnable(this::abandon);
    }

    @Override
    public void abandon() {
        if (taken.compareAndSet(false, true)) {
            connection.dispose();
        }
    }
}
