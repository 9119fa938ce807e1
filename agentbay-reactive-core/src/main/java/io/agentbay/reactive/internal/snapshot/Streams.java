package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.Hashes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streams to arrays and to hashes. */
final class Streams {

    private Streams() {}

    /** All bytes; only of what is known to fit memory. */
    static Mono<byte[]> collect(Flux<ByteBuffer> bytes) {
        return bytes.reduceWith(ByteArrayOutputStream::new, Streams::add).map(ByteArrayOutputStream::toByteArray);
    }

    private static ByteArrayOutputStream add(ByteArrayOutputStream out, ByteBuffer piece) {
        var copy = new byte[piece.remaining()];
        piece.get(copy);
        out.writeBytes(copy);
        return out;
    }

    /** How many bytes come, counted no further than past a limit. */
    static Mono<Long> length(Flux<ByteBuffer> bytes, long limit) {
        return bytes.scan(0L, (sum, piece) -> sum + piece.remaining())
                .takeUntil(sum -> sum > limit)
                .last();
    }

    static Mono<String> sha256(Flux<ByteBuffer> bytes) {
        return bytes.reduceWith(Hashes::sha256, Streams::add).map(Hashes::hex);
    }

    private static MessageDigest add(MessageDigest digest, ByteBuffer piece) {
        digest.update(piece);
        return digest;
    }
}
