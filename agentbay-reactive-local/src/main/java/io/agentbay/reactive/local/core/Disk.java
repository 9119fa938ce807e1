package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * All bytes the service keeps on disk: blobs of contexts and the working files of sessions.
 *
 * <p>Paths are relative to the data directory, with {@code /} between their parts and without {@code .} or {@code ..}.
 * Nothing is durable before it was forced: a file by {@link DiskWriter#force()}, a name by {@link #forceDirectory}.
 * Links are never followed. Implementations are safe for use by several threads.
 */
public interface Disk {

    /** Creates a new file for writing; fails if it exists or its directory does not. */
    DiskWriter create(String path) throws IOException;

    /** Opens a file to write at its end, creating it if it is missing. */
    DiskWriter append(String path) throws IOException;

    /** Opens a file for reading; what was opened stays readable after a delete. */
    DiskReader open(String path) throws IOException;

    /** Returns when everything written to all of these files is durable; may force them side by side. */
    default void forceAll(List<DiskWriter> files) throws IOException {
        for (DiskWriter file : files) {
            file.force();
        }
    }

    /** Gives a file or directory another name, atomically; an existing file of that name is replaced. */
    void move(String from, String to) throws IOException;

    /** Returns when all names created, moved or deleted in the directory are durable. */
    void forceDirectory(String path) throws IOException;

    /** Creates a directory and its parents; an existing directory is left as it is. */
    void createDirectories(String path) throws IOException;

    /** Lists a directory by name; fails if it is missing or not a directory. */
    List<DiskEntry> list(String path) throws IOException;

    /** The names in a directory, of what may be gone again; costs less than {@link #list}. */
    default List<String> names(String path) throws IOException {
        return list(path).stream().map(DiskEntry::name).toList();
    }

    /** Lists directories one after the other; one that lies in the directory listed before it costs the same at any depth. */
    default DiskWalk walk() {
        return this::list;
    }

    /** Describes what has this name, the link itself if it is one; empty if nothing has. */
    Optional<DiskEntry> stat(String path) throws IOException;

    /** What the link of this name says; empty if there is none, or where it cannot be read without following others. */
    default Optional<String> link(String path) throws IOException {
        return Optional.empty();
    }

    /** Deletes a file, a link or an empty directory; fails if it is missing. */
    void delete(String path) throws IOException;

    /** Deletes a file, or a directory with all it holds, links as links; nothing happens where nothing is. */
    default void deleteTree(String path) throws IOException {
        Optional<DiskEntry> entry = stat(path);
        if (entry.isEmpty()) {
            return;
        }
        if (entry.get().isDirectory()) {
            for (DiskEntry child : list(path)) {
                deleteTree(path + "/" + child.name());
            }
        }
        delete(path);
    }

    /** Total and used bytes of the file system. */
    DiskSpace space() throws IOException;
}
