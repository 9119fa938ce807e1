package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.internal.snapshot.format.Encoding;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;

/** The beginning of an array as it is going to be stored; sent without another copy, any number of times. */
final class Packed implements Content {

    private static final int PIECE = 64 * 1024;

    private final byte[] array;
    private final int size;
    private final Encoding encoding;

    Packed(byte[] array, int size, Encoding encoding) {
        this.array = array;
        this.size = size;
        this.encoding = encoding;
    }

    int size() {
        return size;
    }

    Encoding encoding() {
        return encoding;
    }

    @Override
    public Long length() {
        return (long) size;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Flux<ByteBuffer> bytes() {
        return Flux.generate(() -> 0, (offset, sink) -> {
            if (offset >= size) {
                sink.complete();
                return offset;
            }
            var piece = Math.min(PIECE, size - offset);
            sink.next(ByteBuffer.wrap(array, offset, piece).slice().asReadOnlyBuffer());
            return offset + piece;
        });
    }
}
