package io.agentbay.reactive.local.core;

import java.time.Instant;

/**
 * One name in a directory.
 *
 * @param name the last part of its path
 * @param kind file, directory or link
 * @param size bytes of a file, 0 for anything else
 * @param modified when its content changed last
 */
public record DiskEntry(String name, Kind kind, long size, Instant modified) {

    /** What a name stands for. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A link, a pipe, a device: never read or uploaded; the tools of a session alone follow links. */
        OTHER,
        /** Whatever has a name that is not UTF-8: it is seen, and deleted with its directory, but cannot be named. */
        NAMELESS
    }

    /** Whether this is a regular file. */
    public boolean isFile() {
        return kind == Kind.FILE;
    }

    /** Whether this is a directory. */
    public boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }
}
