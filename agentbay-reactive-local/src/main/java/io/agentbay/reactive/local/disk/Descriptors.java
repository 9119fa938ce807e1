package io.agentbay.reactive.local.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The paths by which Linux names the directories this process holds open, whatever their own paths lead to meanwhile.
 * Needed to read a link in one, which the JDK can do by path only.
 */
final class Descriptors {

    private static final Path OPEN = Path.of("/proc/self/fd");

    private Descriptors() {}

    /**
     * What a link in a directory says that the caller holds open, both told by their keys; empty where there is no such
     * file system, and where the link is another by now. Descriptors that others close meanwhile are passed over: the
     * caller's own stays.
     */
    static Optional<String> link(@Nullable Object directory, Path name, @Nullable Object link) throws IOException {
        if (directory == null || link == null || !Files.isDirectory(OPEN)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN)) {
            for (Path descriptor : open) {
                if (directory.equals(key(descriptor))) {
                    Optional<String> target = target(descriptor.resolve(name), link);
                    if (target.isPresent()) {
                        return target;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Looked at again after it was read, because the descriptor may be that of another directory by now. */
    private static Optional<String> target(Path path, Object link) {
        try {
            String target = Files.readSymbolicLink(path).toString();
            return link.equals(key(path, LinkOption.NOFOLLOW_LINKS)) ? Optional.of(target) : Optional.empty();
        } catch (IOException closedMeanwhile) {
            return Optional.empty();
        }
    }

    private static @Nullable Object key(Path path, LinkOption... options) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, options)
                    .fileKey();
        } catch (IOException closedMeanwhile) {
            return null;
        }
    }
}
