package io.agentbay.reactive.file;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file or directory as the service described it.
 *
 * @param path the full path in the store it was asked of
 * @param type what it is
 * @param size in bytes; 0 for a directory, {@link #UNKNOWN_SIZE} where the listing that produced it names no sizes
 *     (a plain directory listing of a session does not; {@link FileStore#find} always does)
 * @param modifiedAt when it last changed by the service's clock, or null when the service does not say
 */
public record FileEntry(
        String path, Type type, long size, @Nullable Instant modifiedAt) {

    /** The {@link #size} of a file whose listing names no sizes. */
    public static final long UNKNOWN_SIZE = -1;

    /** Checks that path and type are there and that the size is one. */
    public FileEntry {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(type, "type");
        if (size < UNKNOWN_SIZE) {
            throw new IllegalArgumentException("size must be 0 or more, or UNKNOWN_SIZE, but was " + size);
        }
    }

    /** A directory at {@code path}. */
    public static FileEntry directory(String path) {
        return new FileEntry(path, Type.DIRECTORY, 0, null);
    }

    /** A file at {@code path} with {@code size} bytes. */
    public static FileEntry file(String path, long size) {
        return new FileEntry(path, Type.FILE, size, null);
    }

    /** The part of the path after its last slash. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether this is a file. */
    public boolean isFile() {
        return type == Type.FILE;
    }

    /** Whether this is a directory. */
    public boolean isDirectory() {
        return type == Type.DIRECTORY;
    }

    /** What an entry is. */
    public enum Type {
        /** A file with bytes. */
        FILE,
        /** A directory, or the folder of a store that has no directories of its own. */
        DIRECTORY
    }
}
