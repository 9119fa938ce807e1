package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.Disk;
import io.agentbay.reactive.local.core.DiskEntry;
import io.agentbay.reactive.local.core.DiskReader;
import io.agentbay.reactive.local.core.DiskSpace;
import io.agentbay.reactive.local.core.DiskWalk;
import io.agentbay.reactive.local.core.DiskWriter;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The files below one directory, which must be on a file system with atomic renames. */
public final class FileDisk implements Disk {

    private final DiskPaths paths;
    private final Forcing forcing = new Forcing();
    private final Reach reach;
    private final Aside aside;

    private FileDisk(DiskPaths paths, Reach reach, Aside aside) {
        this.paths = paths;
        this.reach = reach;
        this.aside = aside;
    }

    /** Uses this directory, creating it if it is missing. */
    public static FileDisk in(Path root) throws IOException {
        Files.createDirectories(root);
        DiskPaths paths = new DiskPaths(root);
        Aside aside = Aside.in(paths.root());
        return new FileDisk(
                paths, HeldReach.works(paths.root()) ? new HeldReach(paths, aside) : new PathReach(paths), aside);
    }

    /** The same, reached as on platforms that cannot hold directories open. */
    static FileDisk byPath(Path root) throws IOException {
        Files.createDirectories(root);
        DiskPaths paths = new DiskPaths(root);
        return new FileDisk(paths, new PathReach(paths), Aside.in(paths.root()));
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
        return new ChannelFile(reach.open(path, options));
    }

    @Override
    public void forceAll(List<DiskWriter> files) throws IOException {
        forcing.all(files);
    }

    @Override
    public void move(String from, String to) throws IOException {
        reach.move(from, to);
    }

    @Override
    public void forceDirectory(String path) throws IOException {
        DurableDirectory.force(paths.existing(path));
    }

    @Override
    public void createDirectories(String path) throws IOException {
        reach.createDirectories(path);
    }

    @Override
    public List<String> names(String path) throws IOException {
        return reach.names(path);
    }

    @Override
    public List<DiskEntry> list(String path) throws IOException {
        return reach.list(path);
    }

    @Override
    public DiskWalk walk() {
        return reach.walk();
    }

    @Override
    public Optional<DiskEntry> stat(String path) throws IOException {
        try {
            return Optional.of(reach.stat(path));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> link(String path) throws IOException {
        try {
            return reach.link(path);
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String path) throws IOException {
        reach.delete(path);
    }

    /** Out of sight at once, then gone piece by piece. */
    @Override
    public void deleteTree(String path) throws IOException {
        if (stat(path).isPresent()) {
            Path name = aside.free();
            reach.move(path, Aside.NAME + "/" + name);
            aside.delete(List.of(aside.place(name)));
        }
    }

    @Override
    public DiskSpace space() throws IOException {
        FileStore store = Files.getFileStore(paths.root());
        return new DiskSpace(store.getTotalSpace(), store.getTotalSpace() - store.getUnallocatedSpace());
    }
}
