package io.agentbay.reactive.local.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The path by which Linux names a directory this process holds open, whatever its own path leads to meanwhile. Needed to
 * read a link in it, which the JDK can do by path only.
 */
final class Descriptors {

    private static final Path OPEN = Path.of("/proc/self/fd");

    private Descriptors() {}

    /** The descriptor of the directory with this key; empty where there is no such file system. */
    static Optional<Path> path(@Nullable Object key) throws IOException {
        if (key == null || !Files.isDirectory(OPEN)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN)) {
            for (Path descriptor : open) {
                if (key.equals(keyOf(descriptor))) {
                    return Optional.of(descriptor);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object keyOf(Path descriptor) {
        try {
            return Files.readAttributes(descriptor, BasicFileAttributes.class).fileKey();
        } catch (IOException closedMeanwhile) {
            return null;
        }
    }
}
