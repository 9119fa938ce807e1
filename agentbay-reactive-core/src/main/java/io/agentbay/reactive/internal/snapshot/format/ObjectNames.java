package io.agentbay.reactive.internal.snapshot.format;

import java.util.regex.Pattern;

/** Names of objects: each is used once. */
public final class ObjectNames {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16}/[0-9a-f]{64}\\.[0-9a-f]{16}");

    private ObjectNames() {}

    public static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /** A new name for this content. */
    public static String of(String run, String contentId, long random) {
        return run + "/" + contentId + "." + random(random);
    }

    /** 64 random bits as they stand in names. */
    public static String random(long bits) {
        return String.format("%016x", bits);
    }
}
