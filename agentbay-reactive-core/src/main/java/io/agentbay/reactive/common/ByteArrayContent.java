package io.agentbay.reactive.common;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;

/** Bytes in memory, handed out in read-only pieces of at most 64 KiB. */
final class ByteArrayContent implements Content {

    private static final int PIECE = 64 * 1024;

    private final byte[] bytes;

    ByteArrayContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public Long length() {
        return (long) bytes.length;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Flux<ByteBuffer> bytes() {
        return Flux.generate(() -> 0, (offset, sink) -> {
            if (offset >= bytes.length) {
                sink.complete();
                return offset;
            }
            var size = Math.min(PIECE, bytes.length - offset);
            sink.next(ByteBuffer.wrap(bytes, offset, size).slice().asReadOnlyBuffer());
            return offset + size;
        });
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
