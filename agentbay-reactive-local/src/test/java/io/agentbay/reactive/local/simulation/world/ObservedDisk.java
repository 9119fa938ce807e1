package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.local.core.Disk;
import io.agentbay.reactive.local.core.DiskEntry;
import io.agentbay.reactive.local.core.DiskReader;
import io.agentbay.reactive.local.core.DiskSpace;
import io.agentbay.reactive.local.core.DiskWriter;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A disk that notes which files of sessions were touched. */
final class ObservedDisk implements Disk {

    private static final String SESSIONS = "sessions/";

    private final Disk disk;
    private final Consumer<String> reader;
    private final Set<String> touched = new LinkedHashSet<>();

    /** @param reader is told which session's files are walked */
    ObservedDisk(Disk disk, Consumer<String> reader) {
        this.disk = disk;
        this.reader = reader;
    }

    /** The files of sessions touched since the last call. */
    Set<String> takeTouched() {
        var taken = new LinkedHashSet<>(touched);
        touched.clear();
        return taken;
    }

    private void touch(String path) {
        if (path.startsWith(SESSIONS)) {
            touched.add(path);
        }
    }

    @Override
    public DiskWriter create(String path) throws IOException {
        touch(path);
        return disk.create(path);
    }

    @Override
    public DiskWriter append(String path) throws IOException {
        touch(path);
        return disk.append(path);
    }

    @Override
    public DiskReader open(String path) throws IOException {
        return disk.open(path);
    }

    @Override
    public void move(String from, String to) throws IOException {
        disk.move(from, to);
        touch(from);
        touch(to);
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
        if (path.startsWith(SESSIONS)) {
            reader.accept(path.split("/", 3)[1]);
        }
        return disk.list(path);
    }

    @Override
    public Optional<DiskEntry> stat(String path) throws IOException {
        return disk.stat(path);
    }

    @Override
    public void delete(String path) throws IOException {
        disk.delete(path);
        touch(path);
    }

    @Override
    public DiskSpace space() throws IOException {
        return disk.space();
    }
}
