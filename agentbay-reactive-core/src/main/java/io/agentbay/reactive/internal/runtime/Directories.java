package io.agentbay.reactive.internal.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The directories that files are written into; a name in one is durable only once the directory is forced to disk. */
final class Directories {

    private final boolean atOnce;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();
    private final Set<Path> changed = ConcurrentHashMap.newKeySet();

    private Directories(boolean atOnce) {
        this.atOnce = atOnce;
    }

    /** Forces each directory at once. */
    static Directories atOnce() {
        return new Directories(true);
    }

    /** Remembers which to force, and which are there. */
    static Directories together() {
        return new Directories(false);
    }

    static Path of(Path path) throws IOException {
        var parent = path.getParent();
        if (parent == null) {
            throw new IOException("a file has to stand in a directory: " + path);
        }
        return parent;
    }

    void make(Path directory) throws IOException {
        if (made.contains(directory)) {
            return;
        }
        Deque<Path> missing = new ArrayDeque<>();
        for (var at = directory; !Files.isDirectory(at); at = of(at)) {
            missing.push(at);
        }
        Files.createDirectories(directory);
        for (var name : missing) {
            changed(of(name));
        }
        if (!atOnce) {
            made.add(directory);
        }
    }

    void changed(Path directory) throws IOException {
        if (atOnce) {
            flush(directory);
        } else {
            changed.add(directory);
        }
    }

    /** Hands over what has to be forced, and remembers it no longer. */
    List<Path> take() {
        var taken = List.copyOf(changed);
        taken.forEach(changed::remove);
        return taken;
    }

    /** Where directories cannot be opened the system sees to it. */
    static void flush(Path directory) throws IOException {
        if (File.separatorChar == '/') {
            try (var opened = FileChannel.open(directory, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }
}
