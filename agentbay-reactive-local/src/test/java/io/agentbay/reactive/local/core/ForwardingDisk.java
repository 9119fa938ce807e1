package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A disk that does what another does. */
class ForwardingDisk implements Disk {

    private final Disk disk;

    ForwardingDisk(Disk disk) {
        this.disk = disk;
    }

    @Override
    public DiskWriter create(String path) throws IOException {
        return disk.create(path);
    }

    @Override
    public DiskWriter append(String path) throws IOException {
        return disk.append(path);
    }

    @Override
    public DiskReader open(String path) throws IOException {
        return disk.open(path);
    }

    @Override
    public void move(String from, String to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public void forceDirectory(String path) throws IOException {
        disk.forceDirectory(path);
    }

    @Override
    public void createDirectories(String path) throws IOException {
        disk.createDirectories(path);
    }

    @Override
    public List<DiskEntry> list(String path) throws IOException {
        return disk.list(path);
    }

    @Override
    public Optional<DiskEntry> stat(String path) throws IOException {
        return disk.stat(path);
    }

    @Override
    public Optional<String> link(String path) throws IOException {
        return disk.link(path);
    }

    @Override
    public void delete(String path) throws IOException {
        disk.delete(path);
    }

    @Override
    public DiskSpace space() throws IOException {
        return disk.space();
    }

    /** A writer that does what another does, but for its force. */
    abstract static class ForwardingWriter implements DiskWriter {
        final DiskWriter writer;

        ForwardingWriter(DiskWriter writer) {
            this.writer = writer;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            writer.write(bytes);
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }
}
