package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.Disk;
import io.agentbay.reactive.local.core.DiskEntry;
import io.agentbay.reactive.local.core.DiskReader;
import io.agentbay.reactive.local.core.DiskSpace;
import io.agentbay.reactive.local.core.DiskWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files below one directory, which must be on a file system with atomic renames. */
public final class FileDisk implements Disk {

    private final DiskPaths paths;
    private final Forcing forcing = new Forcing();

    private FileDisk(DiskPaths paths) {
        this.paths = paths;
    }

    /** Uses this directory, creating it if it is missing. */
    public static FileDisk in(Path root) throws IOException {
        Files.createDirectories(root);
        return new FileDisk(new DiskPaths(root));
    }

    @Override
    public DiskWriter create(String path) throws IOException {
        return open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    @Override
    public DiskWriter append(String path) throws IOException {
        return open(path, StandardOpenOption.APPEND, StandardOpenOption.CREATE);
    }

    @Override
    public DiskReader open(String path) throws IOException {
        return open(path, StandardOpenOption.READ);
    }

    private ChannelFile open(String path, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return new ChannelFile(FileChannel.open(paths.existing(path), all));
    }

    @Override
    public void forceAll(List<DiskWriter> files) throws IOException {
        forcing.all(files);
    }

    @Override
    public void move(String from, String to) throws IOException {
        Files.move(paths.existing(from), paths.existing(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void forceDirectory(String path) throws IOException {
        try (FileChannel directory = FileChannel.open(paths.existing(path), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void createDirectories(String path) throws IOException {
        Files.createDirectories(paths.creatable(path));
    }

    @Override
    public List<DiskEntry> list(String path) throws IOException {
        List<DiskEntry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(paths.existing(path)).sorted()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                describe(file).ifPresent(entries::add);
            }
        }
        return entries;
    }

    @Override
    public Optional<DiskEntry> stat(String path) throws IOException {
        try {
            return describe(paths.existing(path));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    private static Optional<DiskEntry> describe(Path file) throws IOException {
        try {
            var of = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String name = FileNames.fromDisk(String.valueOf(file.getFileName()));
            long size = of.isRegularFile() ? of.size() : 0;
            return Optional.of(
                    new DiskEntry(name, kind(of), size, of.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static DiskEntry.Kind kind(BasicFileAttributes of) {
        if (of.isDirectory()) {
            return DiskEntry.Kind.DIRECTORY;
        }
        return of.isRegularFile() ? DiskEntry.Kind.FILE : DiskEntry.Kind.OTHER;
    }

    @Override
    public void delete(String path) throws IOException {
        Files.delete(paths.existing(path));
    }

    @Override
    public DiskSpace space() throws IOException {
        FileStore store = Files.getFileStore(paths.root());
        return new DiskSpace(store.getTotalSpace(), store.getTotalSpace() - store.getUnallocatedSpace());
    }
}
