package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.DiskEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Files below the root, reached directory by directory without following a link, whoever changes them meanwhile. */
final class HeldReach implements Reach {

    private final DiskPaths paths;
    private final AtomicLong spare = new AtomicLong();

    HeldReach(DiskPaths paths) {
        this.paths = paths;
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
    public List<DiskEntry> list(String path) throws IOException {
        List<DiskEntry> entries = new ArrayList<>();
        try (OpenDirectory directory = enter(paths.parts(path))) {
            for (Path name : directory.names()) {
                add(entries, directory, name);
            }
        }
        return entries;
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
        OpenDirectory directory = enter(List.of());
        for (Path part : paths.parts(path)) {
            if (!directory.has(part)) {
                make(directory, part);
            }
            directory = directory.enter(part);
        }
        directory.close();
    }

    private void make(OpenDirectory parent, Path name) throws IOException {
        Path fresh = Path.of(".new-" + spare.incrementAndGet());
        Path made = Files.createDirectory(paths.root().resolve(fresh));
        try (OpenDirectory root = enter(List.of())) {
            root.move(fresh, parent, name);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
            Files.delete(made);
        } catch (IOException e) {
            Files.deleteIfExists(made);
            throw e;
        }
    }

    private interface Work<T> {
        T run(OpenDirectory parent, Path name) throws IOException;
    }
}
