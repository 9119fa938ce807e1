package io.agentbay.reactive.local.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Directories whose names are on the disk: one that a loss of power takes away takes everything in it along. */
public final class DurableDirectory {

    private DurableDirectory() {}

    /** Creates it and its parents where they are missing, and returns when their names are durable. Blocks. */
    public static void create(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        List<Path> holders = new ArrayList<>();
        for (Path there = absolute; there != null && !Files.exists(there); there = there.getParent()) {
            addParent(there, holders);
        }
        Files.createDirectories(absolute);
        for (Path holder : holders) {
            force(holder);
        }
        forceIfAllowed(absolute.getParent());
    }

    private static void addParent(Path directory, List<Path> holders) {
        Path parent = directory.getParent();
        if (parent != null) {
            holders.add(parent);
        }
    }

    /** Made by an earlier start that did not come this far, perhaps; or by somebody else, above whom one may not look. */
    private static void forceIfAllowed(@Nullable Path parent) throws IOException {
        try {
            if (parent != null) {
                force(parent);
            }
        } catch (AccessDeniedException ofSomebodyElse) {
            return;
        }
    }

    /** Returns when all names created, moved or deleted in the directory are durable. Blocks. */
    public static void force(Path directory) throws IOException {
        try (FileChannel open = FileChannel.open(directory, StandardOpenOption.READ)) {
            open.force(true);
        }
    }
}
