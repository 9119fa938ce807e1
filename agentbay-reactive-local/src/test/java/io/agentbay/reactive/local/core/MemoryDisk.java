package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A disk in memory that knows of every write, name and removal whether it was forced: {@link #powerLoss} forgets or
 * reorders what was not. It writes down what was done, and can be made to fail.
 *
 * <p>It is weaker than most file systems, on purpose: a rename is one name made and one removed, each durable for
 * itself; forcing a file forces no name; a write that was not forced may be lost, torn or zeros; what a failed force
 * should have written is lost for ever, although programs go on seeing it.
 */
public final class MemoryDisk implements Disk {

    private final Clock clock;
    private final Power power;
    private final MemoryDirectory root;
    private final List<String> journal = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private volatile Faults faults = (operation, path) -> {};
    private long room = Long.MAX_VALUE;

    /** An empty disk. */
    public MemoryDisk(Clock clock) {
        this(clock, new Power());
    }

    /** An empty disk on the power of a machine. */
    public MemoryDisk(Clock clock, Power power) {
        this(clock, power, new MemoryDirectory(clock.instant()));
    }

    private MemoryDisk(Clock clock, Power power, MemoryDirectory root) {
        this.clock = clock;
        this.power = power;
        this.root = root;
    }

    /**
     * From now on this operation fails: create, write, force, move, forceDirectory, createDirectory, delete, open, list.
     */
    public synchronized void fail(String operation) {
        failing.add(operation);
    }

    /** Asks before each operation whether it fails; {@link #fail} goes on beside it. */
    public void faults(Faults chosen) {
        faults = chosen;
    }

    /** From now on nothing fails any more. */
    public synchronized void heal() {
        failing.clear();
        faults = (operation, path) -> {};
        room = Long.MAX_VALUE;
    }

    /** From now on only so many bytes can be written until it is healed; a deleted file gives its own back. */
    public synchronized void room(long bytes) {
        room = bytes;
    }

    /** Operations since the last call, such as {@code force tmp/put-1}. */
    public synchronized List<String> takeJournal() {
        List<String> taken = List.copyOf(journal);
        journal.clear();
        return taken;
    }

    /** What the disk holds after the power failed now, and nothing got to it that was not forced. */
    public MemoryDisk powerLoss() {
        return after(Survival.none(), new Power());
    }

    /** The same, where each write and each name that was not forced got to it or not, as the generator says. */
    public MemoryDisk powerLoss(RandomGenerator random) {
        return after(Survival.some(random), new Power());
    }

    synchronized MemoryDisk after(Survival survival, Power next) {
        return new MemoryDisk(clock, next, root.after(survival, new MemoryNode.Copies()));
    }

    /** What the disk holds after the process died now: everything written, and what was not forced still is not. */
    public MemoryDisk crash() {
        return crash(new Power());
    }

    synchronized MemoryDisk crash(Power next) {
        return new MemoryDisk(clock, next, root.same(new MemoryNode.Copies()));
    }

    /** The paths of all files whose path begins so. */
    public synchronized List<String> files(String below) {
        List<String> found = new ArrayList<>();
        addFiles("", root, found);
        return found.stream().filter(path -> path.startsWith(below)).toList();
    }

    private static void addFiles(String prefix, MemoryDirectory directory, List<String> found) {
        for (Map.Entry<String, MemoryNode> entry : directory.names().entrySet()) {
            String path = prefix + entry.getKey();
            if (entry.getValue() instanceof MemoryDirectory below) {
                addFiles(path + "/", below, found);
            } else {
                found.add(path);
            }
        }
    }

    /** One operation that changes the disk, with the power before and after it. */
    private <T> T change(String operation, String path, Effect<T> effect) throws IOException {
        begin(operation, path);
        check(operation, path);
        T done = effect.run();
        power.step(operation + " " + path);
        return done;
    }

    private void begin(String operation, String path) throws IOException {
        journal.add(operation + " " + path);
        power.step(operation + " " + path);
    }

    private void check(String operation, String path) throws IOException {
        if (failing.contains(operation)) {
            throw new IOException("disk error in " + operation);
        }
        faults.check(operation, path);
    }

    @Override
    public synchronized DiskWriter create(String path) throws IOException {
        return change("create", path, () -> {
            MemoryDirectory parent = parent(path);
            if (parent.names().containsKey(name(path))) {
                throw new FileAlreadyExistsException(path);
            }
            MemoryFile file = new MemoryFile(clock.instant());
            parent.put(name(path), file);
            return new Writer(path, file);
        });
    }

    @Override
    public synchronized DiskWriter append(String path) throws IOException {
        Optional<MemoryNode> node = find(path);
        return node.isEmpty() ? create(path) : new Writer(path, file(path, node.get()));
    }

    @Override
    public synchronized DiskReader open(String path) throws IOException {
        check("open", path);
        return new Reader(file(path, get(path)));
    }

    private static MemoryFile file(String path, MemoryNode node) throws IOException {
        if (node instanceof MemoryFile file) {
            return file;
        }
        throw new FileSystemException(path, null, "Is a directory");
    }

    @Override
    public synchronized void move(String from, String to) throws IOException {
        change("move", from + " " + to, () -> {
            MemoryNode node = get(from);
            MemoryDirectory target = parent(to);
            if (target.names().get(name(to)) instanceof MemoryDirectory) {
                throw new FileAlreadyExistsException(to);
            }
            target.put(name(to), node);
            parent(from).remove(name(from));
            return node;
        });
    }

    @Override
    public synchronized void forceDirectory(String path) throws IOException {
        MemoryDirectory directory = directory(path);
        force("forceDirectory", path, directory::force, directory::failForce);
    }

    private void force(String operation, String path, Runnable force, Runnable failure) throws IOException {
        begin(operation, path);
        try {
            check(operation, path);
        } catch (IOException e) {
            failure.run();
            throw e;
        }
        force.run();
        power.step(operation + " " + path);
    }

    @Override
    public synchronized void createDirectories(String path) throws IOException {
        MemoryDirectory there = root;
        String sofar = "";
        for (String part : path.split("/")) {
            sofar = sofar.isEmpty() ? part : sofar + "/" + part;
            MemoryNode node = there.names().get(part);
            there = node == null ? createDirectory(sofar, part, there) : directory(sofar, node);
        }
    }

    private MemoryDirectory createDirectory(String path, String name, MemoryDirectory parent) throws IOException {
        return change("createDirectory", path, () -> {
            MemoryDirectory directory = new MemoryDirectory(clock.instant());
            parent.put(name, directory);
            return directory;
        });
    }

    @Override
    public synchronized List<DiskEntry> list(String path) throws IOException {
        check("list", path);
        List<DiskEntry> entries = new ArrayList<>();
        directory(path).names().forEach((name, node) -> entries.add(node.entry(name)));
        return entries;
    }

    @Override
    public synchronized Optional<DiskEntry> stat(String path) {
        return find(path).map(node -> node.entry(name(path)));
    }

    @Override
    public synchronized void delete(String path) throws IOException {
        change("delete", path, () -> {
            MemoryNode node = get(path);
            if (node instanceof MemoryDirectory directory && !directory.names().isEmpty()) {
                throw new DirectoryNotEmptyException(path);
            }
            parent(path).remove(name(path));
            if (node instanceof MemoryFile file && room < Long.MAX_VALUE) {
                room += file.bytes().length;
            }
            return node;
        });
    }

    @Override
    public DiskSpace space() {
        return new DiskSpace(1 << 30, 1 << 20);
    }

    private Optional<MemoryNode> find(String path) {
        MemoryNode node = root;
        for (String part : path.isEmpty() ? new String[0] : path.split("/")) {
            node = node instanceof MemoryDirectory directory ? directory.names().get(part) : null;
        }
        return Optional.ofNullable(node);
    }

    private MemoryNode get(String path) throws IOException {
        return find(path).orElseThrow(() -> new NoSuchFileException(path));
    }

    private MemoryDirectory directory(String path) throws IOException {
        return directory(path, get(path));
    }

    private static MemoryDirectory directory(String path, MemoryNode node) throws IOException {
        if (node instanceof MemoryDirectory directory) {
            return directory;
        }
        throw new NotDirectoryException(path);
    }

    private MemoryDirectory parent(String path) throws IOException {
        return directory(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Decides, before each operation that is named in {@link #fail}, whether it fails. */
    public interface Faults {
        /** Throws if it does. */
        void check(String operation, String path) throws IOException;
    }

    private interface Effect<T> {
        T run() throws IOException;
    }

    private final class Writer implements DiskWriter {
        private final String path;
        private final MemoryFile file;

        Writer(String path, MemoryFile file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            synchronized (MemoryDisk.this) {
                change("write", path, () -> append(bytes));
            }
        }

        /** A file system that is nearly full takes what fits. */
        private int append(ByteBuffer bytes) throws IOException {
            byte[] fitting = new byte[(int) Math.min(room, bytes.remaining())];
            bytes.get(fitting);
            file.append(fitting, clock.instant());
            room -= room < Long.MAX_VALUE ? fitting.length : 0;
            if (bytes.hasRemaining()) {
                throw new FileSystemException(path, null, "No space left on device");
            }
            return fitting.length;
        }

        @Override
        public void force() throws IOException {
            synchronized (MemoryDisk.this) {
                MemoryDisk.this.force("force", path, file::force, file::failForce);
            }
        }

        @Override
        public void close() {}
    }

    private static final class Reader implements DiskReader {
        private final MemoryFile file;

        Reader(MemoryFile file) {
            this.file = file;
        }

        @Override
        public long size() {
            return file.bytes().length;
        }

        @Override
        public int read(long position, ByteBuffer target) {
            byte[] bytes = file.bytes();
            if (position >= bytes.length) {
                return -1;
            }
            int length = (int) Math.min(target.remaining(), bytes.length - position);
            target.put(bytes, (int) position, length);
            return length;
        }

        @Override
        public void close() {}
    }
}
