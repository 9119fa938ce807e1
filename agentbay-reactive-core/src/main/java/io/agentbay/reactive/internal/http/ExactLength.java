package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.internal.transport.Upload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;

/** Lets exactly as many bytes through as were announced: a store must not see the wrong end. */
final class ExactLength {

    private final long announced;
    private long seen;

    private ExactLength(long announced) {
        this.announced = announced;
    }

    static Flux<ByteBuf> of(Upload upload) {
        return Flux.defer(() -> new ExactLength(upload.length()).check(upload.bytes()));
    }

    private Flux<ByteBuf> check(Flux<ByteBuffer> bytes) {
        return bytes.<ByteBuf>handle((piece, sink) -> {
                    seen += piece.remaining();
                    if (seen > announced) {
                        sink.error(wrong("more"));
                    } else {
                        sink.next(Unpooled.wrappedBuffer(piece));
                    }
                })
                .concatWith(Flux.defer(() -> seen < announced ? Flux.error(wrong("only " + seen)) : Flux.empty()));
    }

    private InvalidRequestException wrong(String found) {
        return new InvalidRequestException(
                "The content was announced with " + announced + " bytes, and there are " + found,
                0,
                ErrorDetails.of("PUT"));
    }
}
