package io.agentbay.reactive.internal.transport;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An open answer: status and headers are known, the body is read on demand, once. */
public interface Download {

    int status();

    /** The first value of each header; names in lower case. */
    Map<String, String> headers();

    /** The total length the service announced; null when it did not. */
    @Nullable
    Long length();

    /** The body, in chunks the receiver owns; cancelling closes the connection. */
    Flux<ByteBuffer> body();

    /** Gives the connection back without reading; harmless after the body was consumed. */
    Mono<Void> release();
}
