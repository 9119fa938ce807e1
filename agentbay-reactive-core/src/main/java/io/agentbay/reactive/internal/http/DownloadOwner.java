package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.internal.transport.Download;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Owns an opened answer until somebody has it, so that a cancel at any instant closes the connection.
 *
 * <p>A cancel that comes after the answer was handed out closes it too unless its body is being read: then the reader's
 * own cancel does, and a connection that is back in the pool is left alone.
 */
final class DownloadOwner {

    private static final Object CANCELLED = new Object();

    private final Exchange exchange;
    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

    DownloadOwner(Exchange exchange) {
        this.exchange = exchange;
    }

    Mono<Download> opened(HttpClientResponse response, Connection connection) {
        exchange.answered();
        var download = new NettyDownload(exchange, response, connection);
        if (state.compareAndSet(null, download)) {
            return Mono.just(download);
        }
        download.abandon();
        return Mono.empty();
    }

    void cancelled() {
        if (state.getAndSet(CANCELLED) instanceof NettyDownload download) {
            download.abandon();
        }
    }
}
