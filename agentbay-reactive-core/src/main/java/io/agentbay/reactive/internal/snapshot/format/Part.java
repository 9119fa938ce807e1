package io.agentbay.reactive.internal.snapshot.format;

/**
 * A stretch of a file inside an object.
 *
 * @param content the object
 * @param offset where it begins in the object's content
 * @param length how long it is
 */
public record Part(StoredContent content, int offset, int length) {

    /** Checks that it lies inside. */
    public Part {
        if (offset < 0 || length < 0 || (long) offset + length > content.size()) {
            throw new IllegalArgumentException("a part reaches beyond its object " + content.name());
        }
    }
}
