package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.observability.Movement;
import io.agentbay.reactive.observability.OperationMeters;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A download whose bytes are counted as they are read, and which is a file once all of them were. */
record CountedDownload(Download opened, OperationMeters meters) implements Download {

    @Override
    public int status() {
        return opened.status();
    }

    @Override
    public Map<String, String> headers() {
        return opened.headers();
    }

    @Override
    public @Nullable Long length() {
        return opened.length();
    }

    @Override
    public Flux<ByteBuffer> body() {
        return Flux.defer(() -> {
            var read = new AtomicLong();
            return opened.body()
                    .doOnNext(piece -> read.addAndGet(piece.remaining()))
                    .doOnComplete(() -> meters.moved(Movement.OUT, Figure.measured(1), null))
                    .doFinally(end -> meters.moved(Movement.OUT, null, Figure.measured(read.get())));
        });
    }

    @Override
    public Mono<Void> release() {
        return opened.release();
    }
}
