package io.agentbay.reactive.internal.snapshot.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex. */
public final class Hashes {

    /** Digits of a hash that stand in names of documents. */
    public static final int PREFIX = 16;

    private Hashes() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String of(byte[] bytes, int offset, int length) {
        var digest = sha256();
        digest.update(bytes, offset, length);
        return hex(digest);
    }

    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public static String prefix(byte[] bytes) {
        return of(bytes).substring(0, PREFIX);
    }

    public static String prefix(String text) {
        return prefix(text.getBytes(StandardCharsets.UTF_8));
    }
}
