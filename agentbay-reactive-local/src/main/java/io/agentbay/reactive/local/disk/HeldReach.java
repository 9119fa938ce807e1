package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.DiskEntry;
import io.agentbay.reactive.local.core.DiskWalk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files below the root, reached directory by directory without following a link, whoever changes them meanwhile. */
final class HeldReach implements Reach {

    private final DiskPaths paths;
    private final Aside aside;

    HeldReach(DiskPaths paths, Aside aside) {
        this.paths = paths;
        this.aside = aside;
    }

    /** Whether this platform can do it. */
    static boolean works(Path root) throws IOException {
        Optional<OpenDirectory> directory = OpenDirectory.root(root);
        if (directory.isPresent()) {
            directory.get().close();
        }
        return directory.isPresent();
    }

    private OpenDirectory enter(List<Path> parts) throws IOException {
        OpenDirectory directory = OpenDirectory.root(paths.root()).orElseThrow();
        for (Path part : parts) {
            directory = directory.enter(part);
        }
        return directory;
    }

    private <T> T in(String path, Work<T> work) throws IOException {
        List<Path> parts = paths.parts(path);
        if (parts.isEmpty()) {
            throw new FileAlreadyExistsException("the data directory");
        }
        int last = parts.size() - 1;
        try (OpenDirectory parent = enter(parts.subList(0, last))) {
            return work.run(parent, parts.get(last));
        }
    }

    @Override
    public FileChannel open(String path, OpenOption... options) throws IOException {
        return in(path, (parent, name) -> parent.open(name, options));
    }

    @Override
    public void move(String from, String to) throws IOException {
        in(
                from,
                (source, name) -> in(to, (target, newName) -> {
                    source.move(name, target, newName);
                    return newName;
                }));
    }

    @Override
    public void delete(String path) throws IOException {
        in(path, (parent, name) -> {
            parent.delete(name);
            return name;
        });
    }

    @Override
    public DiskEntry stat(String path) throws IOException {
        return in(path, (parent, name) -> Entries.of(name, parent.attributes(name)));
    }

    @Override
    public Optional<String> link(String path) throws IOException {
        return in(path, OpenDirectory::link);
    }

    @Override
    public List<DiskEntry> list(String path) throws IOException {
        try (OpenDirectory directory = enter(paths.parts(path))) {
            return entries(directory);
        }
    }

    static List<DiskEntry> entries(OpenDirectory directory) throws IOException {
        List<DiskEntry> entries = new ArrayList<>();
        for (Path name : directory.names()) {
            add(entries, directory, name);
        }
        return entries;
    }

    @Override
    public DiskWalk walk() {
        return new HeldWalk(path -> enter(paths.parts(path)), paths);
    }

    @Override
    public List<String> names(String path) throws IOException {
        try (OpenDirectory directory = enter(paths.parts(path))) {
            return directory.names().stream()
                    .map(name -> FileNames.fromDisk(name.toString()))
                    .toList();
        }
    }

    private static void add(List<DiskEntry> entries, OpenDirectory directory, Path name) throws IOException {
        try {
            entries.add(Entries.of(name, directory.attributes(name)));
        } catch (NoSuchFileException goneMeanwhile) {
            return;
        }
    }

    /** A directory is made where nobody else can reach it and moved into its place. */
    @Override
    public void createDirectories(String path) throws IOException {
        List<Path> parts = paths.parts(path);
        OpenDirectory directory = enter(List.of());
        for (Path part : parts) {
            directory = made(directory, part);
        }
        directory.close();
    }

    /** A directory in another, which is closed by that. */
    private OpenDirectory made(OpenDirectory parent, Path name) throws IOException {
        try {
            if (!parent.has(name)) {
                make(parent, name);
            }
        } catch (IOException | RuntimeException e) {
            parent.close();
            throw e;
        }
        return parent.enter(name);
    }

    private void make(OpenDirectory parent, Path name) throws IOException {
        Path fresh = aside.free();
        Path made = Files.createDirectory(aside.place(fresh));
        try (OpenDirectory beside = enter(List.of(Aside.NAME))) {
            moveUnlessThere(beside, fresh, parent, name);
        } catch (IOException e) {
            if (!parent.has(name)) {
                throw e;
            }
            // Somebody else was faster.
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /** One at a time: a move takes the place of an empty directory, in which another may be about to make a file. */
    private synchronized void moveUnlessThere(OpenDirectory beside, Path fresh, OpenDirectory parent, Path name)
            throws IOException {
        if (!parent.has(name)) {
            beside.move(fresh, parent, name);
        }
    }

    private interface Work<T> {
        T run(OpenDirectory parent, Path name) throws IOException;
    }
}
