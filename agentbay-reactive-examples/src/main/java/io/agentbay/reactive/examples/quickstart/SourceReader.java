package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.common.Selector;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a local directory and hashes what is in it; what cannot be read ends the walk with its name. */
final class SourceReader extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Selector selector;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<String> emptyDirectories = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final Deque<Integer> filesBefore = new ArrayDeque<>();

    private SourceReader(Path root, Selector selector) {
        this.root = root;
        this.selector = selector;
    }

    static SourceTree read(Path root, Selector selector) throws Trouble {
        if (!Files.isDirectory(root)) {
            throw new Trouble(Files.exists(root) ? root + " is not a directory" : root + " does not exist");
        }
        var reader = new SourceReader(root, selector);
        try {
            Files.walkFileTree(root, (FileVisitor<Path>) reader);
        } catch (IOException e) {
            throw Trouble.reading(root, e);
        }
        return reader.tree();
    }

    private SourceTree tree() {
        files.sort(Comparator.comparing(SourceFile::path));
        return new SourceTree(root, selector, List.copyOf(files), List.copyOf(emptyDirectories), List.copyOf(skipped));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (!directory.equals(root) && !selector.accepts(relative(directory))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        filesBefore.push(files.size());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        var path = relative(file);
        if (!selector.accepts(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isRegularFile()) {
            files.add(new SourceFile(path, attributes.size(), Sha256.of(file)));
        } else {
            skipped.add(path);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error) throws IOException {
        if (error != null) {
            throw error;
        }
        boolean empty = filesBefore.pop() == files.size();
        if (empty && !directory.equals(root)) {
            emptyDirectories.add(relative(directory));
        }
        return FileVisitResult.CONTINUE;
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
