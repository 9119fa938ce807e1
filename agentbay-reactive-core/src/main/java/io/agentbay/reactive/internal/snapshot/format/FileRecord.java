package io.agentbay.reactive.internal.snapshot.format;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of a snapshot.
 *
 * @param path where it was, absolute
 * @param size in bytes
 * @param modified when it changed last, as the listing said it; null when it did not
 * @param sha256 of its bytes
 * @param parts its bytes in order; none for an empty file
 */
public record FileRecord(String path, long size, @Nullable Instant modified, String sha256, List<Part> parts) {

    /** Checks that the parts make up the file. */
    public FileRecord {
        parts = List.copyOf(parts);
        if (parts.stream().mapToLong(Part::length).sum() != size) {
            throw new IllegalArgumentException("the parts of " + path + " are not its size");
        }
    }

    /** The same content elsewhere. */
    public FileRecord at(String otherPath, @Nullable Instant time) {
        return new FileRecord(otherPath, size, time, sha256, parts);
    }
}
