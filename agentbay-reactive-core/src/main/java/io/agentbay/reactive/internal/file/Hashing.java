package io.agentbay.reactive.internal.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hashes of streamed bytes, lower-case hex. */
enum Hashing {
    SHA_256("SHA-256"),
    /** What object storages make an ETag of; no proof against who means harm. */
    MD5("MD5");

    private final String algorithm;

    Hashing(String algorithm) {
        this.algorithm = algorithm;
    }

    Mono<String> of(Flux<ByteBuffer> bytes) {
        return bytes.reduceWith(this::digest, Hashing::add).map(digest -> hex(digest.digest()));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    private static MessageDigest add(MessageDigest digest, ByteBuffer bytes) {
        digest.update(bytes);
        return digest;
    }
}
