package io.agentbay.reactive.internal.file;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cuts a stream of buffers into pieces of one size; only the last may be shorter. */
public final class Pieces {

    private final int size;
    private @Nullable ByteBuffer open;

    private Pieces(int size) {
        this.size = size;
    }

    public static Flux<ByteBuffer> of(Flux<ByteBuffer> bytes, int size) {
        return Flux.defer(() -> {
            var pieces = new Pieces(size);
            return bytes.concatMap(buffer -> pieces.cut(buffer), 1)
                    .concatWith(Mono.defer(() -> Mono.justOrEmpty(pieces.rest())));
        });
    }

    private Flux<ByteBuffer> cut(ByteBuffer buffer) {
        return Flux.generate(sink -> {
            var full = fill(buffer);
            if (full == null) {
                sink.complete();
            } else {
                sink.next(full);
            }
        });
    }

    private @Nullable ByteBuffer fill(ByteBuffer buffer) {
        var piece = open == null ? ByteBuffer.allocate(size) : open;
        var room = Math.min(piece.remaining(), buffer.remaining());
        piece.put(buffer.slice().limit(room));
        buffer.position(buffer.position() + room);
        open = piece.hasRemaining() ? piece : null;
        return piece.hasRemaining() ? null : piece.flip();
    }

    private @Nullable ByteBuffer rest() {
        return open == null || open.position() == 0 ? null : open.flip();
    }
}
