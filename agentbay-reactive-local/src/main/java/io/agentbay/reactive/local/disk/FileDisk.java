package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.Disk;
import io.agentbay.reactive.local.core.DiskEntry;
import io.agentbay.reactive.local.core.DiskReader;
import io.agentbay.reactive.local.core.DiskSpace;
import io.agentbay.reactive.local.core.DiskWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files below one directory. */
public final class FileDisk implements Disk {

    private FileDisk(Path root) {}

    /** Uses this directory, creating it if it is missing. */
    public static FileDisk in(Path root) throws IOException {
        return new FileDisk(root);
    }

    @Override
    public DiskWriter create(String path) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public DiskWriter append(String path) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public DiskReader open(String path) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void move(String from, String to) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forceDirectory(String path) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createDirectories(String path) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DiskEntry> list(String path) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<DiskEntry> stat(String path) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String path) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public DiskSpace space() throws IOException {
        throw new UnsupportedOperationException();
    }
}
