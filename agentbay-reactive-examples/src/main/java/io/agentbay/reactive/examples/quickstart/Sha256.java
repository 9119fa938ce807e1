package io.agentbay.reactive.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** SHA-256 of bytes that never are in memory all at once. */
final class Sha256 {

    private static final int CHUNK = 64 * 1024;

    private Sha256() {}

    static String of(Path file) throws IOException {
        var digest = digest();
        var chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return hex(digest);
    }

    static Mono<String> of(Flux<ByteBuffer> bytes, LongConsumer count) {
        return bytes.reduceWith(Sha256::digest, (digest, piece) -> {
                    count.accept(piece.remaining());
                    digest.update(piece);
                    return digest;
                })
                .map(Sha256::hex);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
