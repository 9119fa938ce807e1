package io.agentbay.reactive.file;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One path that is not the same on both sides of a comparison.
 *
 * @param path relative to the two directories compared, with forward slashes
 * @param kind how they differ
 * @param leftSize bytes on the left (the local side of {@link FileStore#compare}), null when it has no such file
 * @param rightSize bytes on the right, null when it has no such file
 */
public record Difference(
        String path,
        Kind kind,
        @Nullable Long leftSize,
        @Nullable Long rightSize) {

    /** Checks that path and kind are there. */
    public Difference {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
    }

    /** How two sides differ. */
    public enum Kind {
        /** Only the left side has it. */
        ONLY_LEFT,
        /** Only the right side has it. */
        ONLY_RIGHT,
        /** Both have it, with different content. */
        DIFFERENT
    }
}
