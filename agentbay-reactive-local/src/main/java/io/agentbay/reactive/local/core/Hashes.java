package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of contents, read in pieces. */
final class Hashes {

    static final int PIECE = 64 * 1024;

    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String of(DiskReader reader) throws IOException {
        MessageDigest digest = sha256();
        eachPiece(reader, digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    static void eachPiece(DiskReader reader, Piece piece) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        long position = 0;
        for (int read = reader.read(0, buffer); read >= 0; read = reader.read(position, buffer)) {
            position += read;
            buffer.flip();
            piece.accept(buffer);
            buffer.clear();
        }
    }

    interface Piece {
        void accept(ByteBuffer bytes) throws IOException;
    }
}
