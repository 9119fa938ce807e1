package io.agentbay.reactive.internal.snapshot.format;

import java.util.Objects;

/**
 * One object of a store as manifests name it.
 *
 * @param name folder of its run, SHA-256 of its content before compression, 64 random bits:
 *     {@code <run>/<sha-256>.<random>}
 * @param size bytes of its content
 * @param stored bytes as stored
 * @param encoding how it is stored
 */
public record StoredContent(String name, int size, long stored, Encoding encoding) {

    private static final int HASH = 64;

    /** Checks that the name is one. */
    public StoredContent {
        Objects.requireNonNull(encoding, "encoding");
        if (!ObjectNames.isOne(name)) {
            throw new IllegalArgumentException("not the name of an object: " + name);
        }
    }

    /** SHA-256 of its content. */
    public String contentId() {
        var slash = name.indexOf('/');
        return name.substring(slash + 1, slash + 1 + HASH);
    }

    /** Where it stands in the store. */
    public String path() {
        return Layout.object(name);
    }
}
