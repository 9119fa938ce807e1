package io.agentbay.reactive.internal.file;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** SHA-256 of streamed bytes, lower-case hex. */
final class Sha256 {

    private Sha256() {}

    static Mono<String> of(Flux<ByteBuffer> bytes) {
        return Hashing.SHA_256.of(bytes);
    }

    static String of(byte[] bytes) {
        return Hashing.hex(Hashing.SHA_256.digest().digest(bytes));
    }
}
