package io.agentbay.reactive.internal.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** SHA-256 of streamed bytes, lower-case hex. */
final class Sha256 {

    private Sha256() {}

    static Mono<String> of(Flux<ByteBuffer> bytes) {
        return bytes.reduceWith(Sha256::digest, Sha256::add)
                .map(digest -> HexFormat.of().formatHex(digest.digest()));
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest add(MessageDigest digest, ByteBuffer bytes) {
        digest.update(bytes);
        return digest;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
