package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Optional;

/**
 * What a mount's policy asks for.
 *
 * @param autoUpload whether the session's end uploads it
 * @param autoDownload whether the session's start downloads it
 * @param archived whether it is stored as one archive
 * @param propagateDeletes whether an upload deletes what the session does not hold
 * @param unpacking what a download does with archives
 * @param recycling when its stored files vanish
 * @param parts what of the mount is synced at all; empty means everything
 * @param mappedFrom the path under which its files were stored, if another than the mount's
 */
record MountPolicy(
        boolean autoUpload,
        boolean autoDownload,
        boolean archived,
        boolean propagateDeletes,
        Unpacking unpacking,
        Recycling recycling,
        List<Part> parts,
        Optional<String> mappedFrom) {

    /** The file-transfer mount: nothing happens without a call, and nothing is unpacked. */
    static final MountPolicy BY_CALL = new MountPolicy(
            false,
            false,
            false,
            false,
            new Unpacking(false, false, false),
            Recycling.NEVER,
            List.of(),
            Optional.empty());

    /** Whether a file, by its path below the mount, is synced. */
    boolean includes(String below) {
        return parts.isEmpty() || parts.stream().anyMatch(part -> part.includes(below));
    }

    /**
     * A directory or pattern that is synced.
     *
     * @param path what it takes
     * @param excludes what of that it leaves out
     */
    record Part(PathPattern path, List<PathPattern> excludes) {
        boolean includes(String below) {
            return path.covers(below) && excludes.stream().noneMatch(exclude -> exclude.covers(below));
        }
    }

    /**
     * What a download does with archives.
     *
     * @param wanted whether they are unpacked
     * @param deletesSource whether an unpacked archive is left out of the session
     * @param intoCurrentFolder whether the entries go beside the archive instead of into a folder of its name
     */
    record Unpacking(boolean wanted, boolean deletesSource, boolean intoCurrentFolder) {}

    /**
     * When stored files vanish.
     *
     * @param days after how many days; 0 for never
     * @param paths below the mount, the mount itself as {@code ""}, else with a leading slash
     */
    record Recycling(int days, List<String> paths) {
        static final Recycling NEVER = new Recycling(0, List.of());
    }
}
