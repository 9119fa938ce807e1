package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.DiskEntry;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Names in directories as the service sees them. */
final class Entries {

    private Entries() {}

    static DiskEntry of(Path name, BasicFileAttributes of) {
        long size = of.isRegularFile() ? of.size() : 0;
        return new DiskEntry(
                FileNames.fromDisk(name.toString()),
                kind(of),
                size,
                of.lastModifiedTime().toInstant());
    }

    private static DiskEntry.Kind kind(BasicFileAttributes of) {
        if (of.isDirectory()) {
            return DiskEntry.Kind.DIRECTORY;
        }
        return of.isRegularFile() ? DiskEntry.Kind.FILE : DiskEntry.Kind.OTHER;
    }
}
