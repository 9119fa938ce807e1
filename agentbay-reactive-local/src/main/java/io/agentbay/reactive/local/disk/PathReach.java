package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.DiskEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for links on the way, then goes it: for platforms on which no command of a session runs in a sandbox. */
final class PathReach implements Reach {

    private final DiskPaths paths;

    PathReach(DiskPaths paths) {
        this.paths = paths;
    }

    @Override
    public FileChannel open(String path, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        Path file = paths.existing(path);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(path, null, "is not a regular file");
        }
        return FileChannel.open(file, all);
    }

    @Override
    public void move(String from, String to) throws IOException {
        Files.move(paths.existing(from), paths.existing(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String path) throws IOException {
        Files.delete(paths.existing(path));
    }

    @Override
    public DiskEntry stat(String path) throws IOException {
        return describe(paths.existing(path));
    }

    @Override
    public List<DiskEntry> list(String path) throws IOException {
        List<DiskEntry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(paths.existing(path)).sorted()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                add(entries, file);
            }
        }
        return entries;
    }

    private static void add(List<DiskEntry> entries, Path file) throws IOException {
        try {
            entries.add(describe(file));
        } catch (NoSuchFileException goneMeanwhile) {
            return;
        }
    }

    private static DiskEntry describe(Path file) throws IOException {
        Path name = file.getFileName() == null ? file : file.getFileName();
        return Entries.of(name, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void createDirectories(String path) throws IOException {
        Files.createDirectories(paths.creatable(path));
    }
}
