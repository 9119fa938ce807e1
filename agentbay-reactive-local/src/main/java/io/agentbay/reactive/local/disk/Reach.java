package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.DiskEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.util.List;

/** How files below the root are reached: without leaving it, and through no link. */
interface Reach {

    FileChannel open(String path, OpenOption... options) throws IOException;

    void move(String from, String to) throws IOException;

    void delete(String path) throws IOException;

    /** Describes what has this name, a link itself; fails if nothing has. */
    DiskEntry stat(String path) throws IOException;

    List<DiskEntry> list(String path) throws IOException;

    /** The names alone. */
    default List<String> names(String path) throws IOException {
        return list(path).stream().map(DiskEntry::name).toList();
    }

    void createDirectories(String path) throws IOException;
}
