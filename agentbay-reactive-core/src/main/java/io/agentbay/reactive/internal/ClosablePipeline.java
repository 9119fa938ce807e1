package io.agentbay.reactive.internal;

import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.pipeline.ServiceCall;
import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import io.agentbay.reactive.internal.transport.Upload;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A pipeline that sends nothing once its client was shut down. */
final class ClosablePipeline implements CallPipeline {

    private final CallPipeline open;
    private volatile boolean closed;

    ClosablePipeline(CallPipeline open) {
        this.open = open;
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public <T> Mono<T> call(ServiceCall<T> call) {
        return Mono.defer(() -> closed ? refused(call.action()) : open.call(call));
    }

    @Override
    public Mono<HttpAnswer> put(Supplier<Upload> upload) {
        return Mono.defer(() -> closed ? refused("PUT") : open.put(upload));
    }

    @Override
    public Mono<Download> get(Supplier<DownloadCall> call) {
        return Mono.defer(() -> closed ? refused("GET") : open.get(call));
    }

    @Override
    public Mono<Socket> open(Supplier<SocketCall> call) {
        return Mono.defer(() -> closed ? refused("WebSocket") : open.open(call));
    }

    private static <T> Mono<T> refused(String operation) {
        return Mono.error(new ClosedException(
                "The client was shut down", ErrorDetails.of(operation).attempts(0)));
    }
}
