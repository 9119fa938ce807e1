package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Optional;

/**
 * What a mount's policy asks for.
 *
 * @param autoUpload whether the session's end uploads it
 * @param autoDownload whether the session's start downloads it
 * @param propagateDeletes whether an upload deletes what the session does not hold
 * @param parts the directories of the mount that are synced at all; empty means everything
 * @param mappedFrom the path under which its files were stored, if another than the mount's
 */
record MountPolicy(
        boolean autoUpload,
        boolean autoDownload,
        boolean propagateDeletes,
        List<Part> parts,
        Optional<String> mappedFrom) {

    /** What a mount without a policy gets. */
    static final MountPolicy DEFAULT = new MountPolicy(true, true, true, List.of(), Optional.empty());

    /** The file-transfer mount: nothing happens without a call. */
    static final MountPolicy BY_CALL = new MountPolicy(false, false, false, List.of(), Optional.empty());

    /** Whether a file, by its path below the mount, is synced. */
    boolean includes(String below) {
        return parts.isEmpty() || parts.stream().anyMatch(part -> part.includes(below));
    }

    /**
     * A directory that is synced.
     *
     * @param path below the mount, empty for the mount itself, else with a leading slash
     * @param excludes directories, files or name patterns below the mount or below this directory that are not
     */
    record Part(String path, List<String> excludes) {

        boolean includes(String below) {
            return within(path, below) && excludes.stream().noneMatch(exclude -> excludes(exclude, below));
        }

        private boolean excludes(String exclude, String below) {
            if (Globs.isPattern(exclude)) {
                return Globs.matches(exclude, below);
            }
            String normal = Keys.path("excludePaths", exclude);
            return within(normal, below) || within(path + normal, below);
        }

        private static boolean within(String directory, String below) {
            return directory.isEmpty() || below.equals(directory) || below.startsWith(directory + "/");
        }
    }
}
