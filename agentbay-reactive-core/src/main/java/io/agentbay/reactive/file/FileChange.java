package io.agentbay.reactive.file;

import java.util.Objects;

/**
 * One change in a watched directory, as the service tells it: a new file is usually two, its creation and its first
 * write.
 *
 * @param path the full path of what changed
 * @param kind what became of it
 * @param type what it is, or was
 */
public record FileChange(String path, Kind kind, FileEntry.Type type) {

    /** Checks that all is there. */
    public FileChange {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
    }

    /** What became of a file or directory. */
    public enum Kind {
        /** It is new. */
        CREATED,
        /** It was there and is another now; also for a word of the service that this client does not know. */
        MODIFIED,
        /** It is gone. */
        DELETED
    }
}
