package io.agentbay.reactive.local.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A disk in memory that knows what was forced: {@link #powerLoss} forgets every byte and every name that was not. It
 * writes down what was done, and can be made to fail.
 */
public final class MemoryDisk implements Disk {

    private final Clock clock;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Node> durableNames = new TreeMap<>();
    private final List<String> journal = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private long room = Long.MAX_VALUE;

    public MemoryDisk(Clock clock) {
        this.clock = clock;
        nodes.put("", new Node(true, clock.instant()));
        durableNames.put("", nodes.get(""));
    }

    /** From now on this operation fails: create, write, force, move, forceDirectory. */
    public void fail(String operation) {
        failing.add(operation);
    }

    /** From now on nothing fails any more. */
    public synchronized void heal() {
        failing.clear();
        room = Long.MAX_VALUE;
    }

    /** From now on only so many bytes can be written until it is healed. */
    public synchronized void room(long bytes) {
        room = bytes;
    }

    /** Operations since the last call, such as {@code force tmp/put-1}. */
    public synchronized List<String> takeJournal() {
        List<String> taken = List.copyOf(journal);
        journal.clear();
        return taken;
    }

    /** What the disk holds after the power failed now. */
    public synchronized MemoryDisk powerLoss() {
        MemoryDisk survivor = new MemoryDisk(clock);
        durableNames.forEach((path, node) -> {
            Node kept = new Node(node.directory, node.modified);
            kept.bytes = node.durable;
            kept.durable = node.durable;
            survivor.nodes.put(path, kept);
            survivor.durableNames.put(path, kept);
        });
        return survivor;
    }

    /** What the disk holds after the process died now: everything written. */
    public synchronized MemoryDisk crash() {
        MemoryDisk survivor = new MemoryDisk(clock);
        survivor.nodes.putAll(nodes);
        survivor.durableNames.putAll(durableNames);
        return survivor;
    }

    public synchronized List<String> files(String below) {
        return nodes.entrySet().stream()
                .filter(e -> !e.getValue().directory && e.getKey().startsWith(below))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void did(String operation, String path) throws IOException {
        journal.add(operation + " " + path);
        if (failing.contains(operation)) {
            throw new IOException("disk error in " + operation);
        }
    }

    @Override
    public synchronized DiskWriter create(String path) throws IOException {
        did("create", path);
        requireParent(path);
        if (nodes.containsKey(path)) {
            throw new FileAlreadyExistsException(path);
        }
        Node node = new Node(false, clock.instant());
        nodes.put(path, node);
        return new Writer(path, node);
    }

    @Override
    public synchronized DiskWriter append(String path) throws IOException {
        Node node = nodes.get(path);
        if (node == null) {
            return create(path);
        }
        return new Writer(path, node);
    }

    @Override
    public synchronized DiskReader open(String path) throws IOException {
        Node node = get(path);
        return new Reader(node);
    }

    @Override
    public synchronized void move(String from, String to) throws IOException {
        did("move", from + " " + to);
        get(from);
        requireParent(to);
        Node target = nodes.get(to);
        if (target != null && target.directory) {
            throw new FileAlreadyExistsException(to);
        }
        Map<String, Node> moved = new TreeMap<>();
        for (String path : List.copyOf(nodes.keySet())) {
            if (path.equals(from) || path.startsWith(from + "/")) {
                moved.put(to + path.substring(from.length()), nodes.remove(path));
            }
        }
        nodes.putAll(moved);
    }

    @Override
    public synchronized void forceDirectory(String path) throws IOException {
        did("forceDirectory", path);
        durableNames.keySet().removeIf(name -> parent(name).equals(path) && !nodes.containsKey(name));
        nodes.forEach((name, node) -> {
            if (parent(name).equals(path)) {
                durableNames.put(name, node);
            }
        });
    }

    @Override
    public synchronized void createDirectories(String path) throws IOException {
        String sofar = "";
        for (String part : path.split("/")) {
            sofar = sofar.isEmpty() ? part : sofar + "/" + part;
            Node node = nodes.computeIfAbsent(sofar, p -> new Node(true, clock.instant()));
            if (!node.directory) {
                throw new FileAlreadyExistsException(sofar);
            }
        }
    }

    @Override
    public synchronized List<DiskEntry> list(String path) throws IOException {
        if (!get(path).directory) {
            throw new NotDirectoryException(path);
        }
        List<DiskEntry> entries = new ArrayList<>();
        nodes.forEach((name, node) -> {
            if (!name.isEmpty() && parent(name).equals(path)) {
                entries.add(node.entry(name));
            }
        });
        return entries;
    }

    @Override
    public synchronized Optional<DiskEntry> stat(String path) {
        return Optional.ofNullable(nodes.get(path)).map(node -> node.entry(path));
    }

    @Override
    public synchronized void delete(String path) throws IOException {
        did("delete", path);
        get(path);
        if (nodes.keySet().stream().anyMatch(name -> name.startsWith(path + "/"))) {
            throw new DirectoryNotEmptyException(path);
        }
        nodes.remove(path);
    }

    @Override
    public DiskSpace space() {
        return new DiskSpace(1 << 30, 1 << 20);
    }

    private void requireRoom(String path, int bytes) throws IOException {
        if (bytes > room) {
            throw new FileSystemException(path, null, "No space left on device");
        }
        room -= bytes;
    }

    private Node get(String path) throws IOException {
        Node node = nodes.get(path);
        if (node == null) {
            throw new NoSuchFileException(path);
        }
        return node;
    }

    private void requireParent(String path) throws IOException {
        if (!get(parent(path)).directory) {
            throw new NotDirectoryException(parent(path));
        }
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static final class Node {
        private final boolean directory;
        private Instant modified;
        private byte[] bytes = {};
        private byte[] durable = {};

        Node(boolean directory, Instant modified) {
            this.directory = directory;
            this.modified = modified;
        }

        DiskEntry entry(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            var kind = directory ? DiskEntry.Kind.DIRECTORY : DiskEntry.Kind.FILE;
            return new DiskEntry(name, kind, bytes.length, modified);
        }
    }

    private final class Writer implements DiskWriter {
        private final String path;
        private final Node node;

        Writer(String path, Node node) {
            this.path = path;
            this.node = node;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            synchronized (MemoryDisk.this) {
                did("write", path);
                requireRoom(path, bytes.remaining());
                ByteArrayOutputStream grown = new ByteArrayOutputStream();
                grown.writeBytes(node.bytes);
                byte[] more = new byte[bytes.remaining()];
                bytes.get(more);
                grown.writeBytes(more);
                node.bytes = grown.toByteArray();
                node.modified = clock.instant();
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (MemoryDisk.this) {
                did("force", path);
                node.durable = node.bytes;
            }
        }

        @Override
        public void close() {}
    }

    private static final class Reader implements DiskReader {
        private final Node node;

        Reader(Node node) {
            this.node = node;
        }

        @Override
        public long size() {
            return node.bytes.length;
        }

        @Override
        public int read(long position, ByteBuffer target) {
            byte[] bytes = node.bytes;
            if (position >= bytes.length) {
                return -1;
            }
            int length = (int) Math.min(target.remaining(), bytes.length - position);
            target.put(Arrays.copyOfRange(bytes, (int) position, (int) position + length));
            return length;
        }

        @Override
        public void close() {}
    }
}
