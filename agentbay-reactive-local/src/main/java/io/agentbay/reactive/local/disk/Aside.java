package io.agentbay.reactive.local.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A directory no command can reach: directories are made here and then moved into their place, trees are moved here and
 * then deleted.
 *
 * <p>Deleting takes whatever a command left: directories nested deeper than a path or a stack may be, names that are no
 * text, directories closed to their owner. Each directory is moved to the top before it is emptied, so that no step
 * depends on the depth, and no name is ever read as text.
 */
final class Aside {

    static final Path NAME = Path.of(".aside");

    private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwx------");

    private final Path directory;
    private final AtomicLong number = new AtomicLong();

    private Aside(Path directory) {
        this.directory = directory;
    }

    /** The one of a data directory; what a crash left in it goes now. */
    static Aside in(Path root) throws IOException {
        Aside aside = new Aside(root.resolve(NAME));
        if (isDirectory(aside.directory)) {
            aside.delete(children(aside.directory));
        }
        return aside;
    }

    /** The name of a place in here that nothing is at. */
    Path free() throws IOException {
        Files.createDirectories(directory);
        Path name = name();
        while (Files.exists(place(name), LinkOption.NOFOLLOW_LINKS)) {
            name = name();
        }
        return name;
    }

    private Path name() {
        return Path.of(Long.toString(number.incrementAndGet()));
    }

    Path place(Path name) {
        return directory.resolve(name);
    }

    /** Deletes files and directories that lie in here. */
    void delete(List<Path> places) throws IOException {
        Deque<Path> left = new ArrayDeque<>(places);
        while (!left.isEmpty()) {
            Path next = left.pop();
            if (isDirectory(next)) {
                empty(next, left);
            }
            Files.delete(next);
        }
    }

    private void empty(Path parent, Deque<Path> left) throws IOException {
        unlock(parent);
        for (Path child : children(parent)) {
            if (isDirectory(child)) {
                unlock(child);
                left.push(Files.move(child, place(free()), StandardCopyOption.ATOMIC_MOVE));
            } else {
                Files.delete(child);
            }
        }
    }

    private static List<Path> children(Path parent) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent)) {
            stream.forEach(children::add);
        }
        return children;
    }

    private static void unlock(Path parent) throws IOException {
        boolean permissions =
                parent.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (permissions
                && !Files.getPosixFilePermissions(parent, LinkOption.NOFOLLOW_LINKS)
                        .containsAll(OPEN)) {
            Files.setPosixFilePermissions(parent, OPEN);
        }
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
