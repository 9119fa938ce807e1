package io.agentbay.reactive.internal.runtime;

import io.agentbay.reactive.internal.runtime.LocalFiles.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import reactor.core.publisher.SynchronousSink;

/** A walk down a directory, one entry per step; what is held is one sorted list of names per level. */
final class DirectoryWalk {

    private final Path root;
    private final Deque<Iterator<Path>> levels = new ArrayDeque<>();

    DirectoryWalk(Path root) throws IOException {
        this.root = root;
        levels.push(children(root));
    }

    DirectoryWalk step(SynchronousSink<Entry> sink) {
        try {
            while (!levels.isEmpty() && !levels.element().hasNext()) {
                levels.pop();
            }
            if (levels.isEmpty()) {
                sink.complete();
            } else {
                sink.next(visit(levels.element().next()));
            }
        } catch (IOException error) {
            sink.error(error);
        }
        return this;
    }

    private Entry visit(Path path) throws IOException {
        var entry = DefaultLocalFiles.entry(path, relative(path));
        if (entry.type() == Entry.Type.DIRECTORY) {
            levels.push(children(path));
        }
        return entry;
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private static Iterator<Path> children(Path directory) throws IOException {
        try (var stream = Files.newDirectoryStream(directory)) {
            List<Path> sorted = new java.util.ArrayList<>();
            stream.forEach(sorted::add);
            sorted.sort(
                    java.util.Comparator.comparing(path -> path.getFileName().toString()));
            return sorted.iterator();
        }
    }
}
