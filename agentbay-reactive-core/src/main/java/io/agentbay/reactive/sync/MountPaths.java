package io.agentbay.reactive.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The rules for paths of mounts and inside them. */
final class MountPaths {

    private MountPaths() {}

    static String requireMountPath(String path) {
        String trimmed = withoutTrailingSlash(Objects.requireNonNull(path, "path"));
        if (!trimmed.startsWith("/") || trimmed.equals("/")) {
            throw new IllegalArgumentException(
                    "A mount path is absolute and below the root, such as /mnt/data, but was '" + path + "'");
        }
        requireSegments(trimmed.substring(1), path);
        return trimmed;
    }

    static String requireInside(String relative) {
        if (relative.startsWith("/") || relative.isEmpty()) {
            throw new IllegalArgumentException("A path inside a mount is relative and not empty, but was '" + relative
                    + "'; leave out the leading slash");
        }
        requireSegments(withoutTrailingSlash(relative), relative);
        return relative;
    }

    static List<String> requireMountPaths(String first, String... more) {
        String[] all = Arrays.copyOf(more, more.length + 1);
        all[more.length] = first;
        return Arrays.stream(all)
                .map(MountPaths::requireMountPath)
                .distinct()
                .sorted()
                .toList();
    }

    private static void requireSegments(String path, String given) {
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException(
                        "'" + given + "' has an empty, '.' or '..' segment; write the path out in full");
            }
        }
    }

    private static String withoutTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
