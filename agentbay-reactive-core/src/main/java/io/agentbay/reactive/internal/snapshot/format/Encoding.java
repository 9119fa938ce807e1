package io.agentbay.reactive.internal.snapshot.format;

import java.util.Locale;

/** How an object's content is stored. */
public enum Encoding {
    /** As it is. */
    RAW,
    /** Compressed, RFC 1950. */
    ZLIB;

    /** The word in a manifest. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word of a later version */
    public static Encoding of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
