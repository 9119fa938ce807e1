package io.agentbay.reactive.local.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** A file of 1 GiB that no compression, hole or repetition makes smaller. */
final class GiantFile {

    static final long SIZE = 1L << 30;

    private static final int PIECE = 1 << 20;

    private GiantFile() {}

    static void write(Path file) throws IOException {
        var random = new Random(1);
        var piece = new byte[PIECE];
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long written = 0; written < SIZE; written += PIECE) {
                random.nextBytes(piece);
                channel.write(ByteBuffer.wrap(piece));
            }
        }
    }

    static String sha256(Path file) throws IOException {
        return sha256(file, "");
    }

    /** Of the file with this text at its end. */
    static String sha256(Path file, String end) throws IOException {
        var digest = sha256();
        var piece = ByteBuffer.allocate(PIECE);
        try (var channel = FileChannel.open(file)) {
            while (channel.read(piece.clear()) >= 0) {
                digest.update(piece.flip());
            }
        }
        return HexFormat.of().formatHex(digest.digest(end.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
