package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.DiskEntry;
import io.agentbay.reactive.local.core.DiskWalk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.util.List;
import java.util.Optional;

/** How files below the root are reached: without leaving it, and through no link. */
interface Reach {

    FileChannel open(String path, OpenOption... options) throws IOException;

    void move(String from, String to) throws IOException;

    void delete(String path) throws IOException;

    /** Describes what has this name, a link itself; fails if nothing has. */
    DiskEntry stat(String path) throws IOException;

    /** What the link of this name says; empty if there is none, or where it cannot be read without following others. */
    default Optional<String> link(String path) throws IOException {
        return Optional.empty();
    }

    List<DiskEntry> list(String path) throws IOException;

    /** The names alone. */
    default List<String> names(String path) throws IOException {
        return list(path).stream().map(DiskEntry::name).toList();
    }

    default DiskWalk walk() {
        return this::list;
    }

    void createDirectories(String path) throws IOException;
}
