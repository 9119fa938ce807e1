package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.DiskEntry;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Names in directories as the service sees them. */
final class Entries {

    private Entries() {}

    static DiskEntry of(Path name, BasicFileAttributes of) {
        long size = of.isRegularFile() ? of.size() : 0;
        String text = FileNames.fromDisk(name.toString());
        boolean named = FileNames.isDisk(text, name);
        return new DiskEntry(
                text,
                named ? kind(of) : DiskEntry.Kind.NAMELESS,
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
