package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The working files of one session: a directory of the disk that its paths cannot leave, because they arrive here
 * normalised ({@link Keys#path}) and the disk follows no link. Never durable.
 */
final class SessionFiles {

    static final String DIRECTORY = "sessions";

    /** Where commands start: the home directory of the user they run as. */
    static final String HOME = "/home/wuying";

    private final Disk disk;
    private final String home;
    private final Ids ids;

    SessionFiles(Disk disk, String sessionId, Ids ids) {
        this.disk = disk;
        this.home = DIRECTORY + "/" + sessionId;
        this.ids = ids;
    }

    void create() throws IOException {
        disk.createDirectories(home + "/root");
        disk.createDirectories(home + "/new");
        createDirectories("/tmp");
        createDirectories(HOME);
    }

    /** The directory of the session on the disk. */
    String home() {
        return home;
    }

    void discard() throws IOException {
        disk.deleteTree(home);
    }

    private String onDisk(String path) {
        return home + "/root" + (path.equals("/") ? "" : path);
    }

    Optional<DiskEntry> stat(String path) throws IOException {
        return disk.stat(onDisk(path));
    }

    /** What the link at this path says; empty if there is none. */
    Optional<String> link(String path) throws IOException {
        return disk.link(onDisk(path));
    }

    boolean isFile(String path) throws IOException {
        return stat(path).filter(DiskEntry::isFile).isPresent();
    }

    boolean isDirectory(String path) throws IOException {
        return stat(path).filter(DiskEntry::isDirectory).isPresent();
    }

    List<DiskEntry> list(String path) throws IOException {
        return disk.list(onDisk(path));
    }

    DiskReader open(String path) throws IOException {
        return disk.open(onDisk(path));
    }

    DiskWriter append(String path) throws IOException {
        return disk.append(onDisk(path));
    }

    void createDirectories(String path) throws IOException {
        disk.createDirectories(onDisk(path));
    }

    void move(String from, String to) throws IOException {
        disk.move(onDisk(from), onDisk(to));
    }

    void delete(String path) throws IOException {
        disk.delete(onDisk(path));
    }

    /** Writes beside the tree and moves into place, so that no reader sees half a file. */
    void replace(String path, Content content) throws IOException {
        String fresh = home + "/new/" + ids.next("w-");
        try (DiskWriter writer = disk.create(fresh)) {
            content.writeTo(writer);
        } catch (IOException | RuntimeException e) {
            disk.delete(fresh);
            throw e;
        }
        disk.move(fresh, onDisk(path));
    }

    /** Refuses what nobody can ask for again. */
    static void requireNamed(String path, DiskEntry entry) throws IOException {
        if (entry.kind() == DiskEntry.Kind.NAMELESS) {
            throw new IOException("A name in " + Keys.parent(path) + " is not UTF-8; rename or delete the file");
        }
    }

    /** Visits one file, or everything below a directory; nothing where nothing is. */
    void visit(String start, Visitor visitor) throws IOException {
        Optional<DiskEntry> entry = stat(start);
        if (entry.filter(DiskEntry::isFile).isPresent()) {
            visitor.visit(start, entry.get());
        } else if (entry.filter(DiskEntry::isDirectory).isPresent()) {
            walk(start, visitor);
        }
    }

    /**
     * Visits everything below a directory, directories before their content; links are left out, and so is what a command
     * deletes meanwhile.
     */
    void walk(String start, Visitor visitor) throws IOException {
        Deque<String> directories = new ArrayDeque<>(List.of(start));
        try (DiskWalk walk = disk.walk()) {
            while (!directories.isEmpty()) {
                String directory = directories.pop();
                boolean mustBeThere = directory.equals(start);
                for (DiskEntry entry : mustBeThere ? walk.list(onDisk(start)) : listIfThere(walk, directory)) {
                    String path = below(directory, entry);
                    if (entry.isDirectory()) {
                        directories.push(path);
                    }
                    if (entry.kind() != DiskEntry.Kind.OTHER) {
                        visitor.visit(path, entry);
                    }
                }
            }
        }
    }

    private static String below(String directory, DiskEntry entry) throws IOException {
        String path = Keys.join(directory, "/" + entry.name());
        if (path.length() > Keys.LONGEST) {
            throw new IOException("A path below " + path.substring(0, 60) + "... is longer than " + Keys.LONGEST);
        }
        return path;
    }

    private List<DiskEntry> listIfThere(DiskWalk walk, String directory) throws IOException {
        try {
            return walk.list(onDisk(directory));
        } catch (NoSuchFileException | NotDirectoryException goneMeanwhile) {
            return List.of();
        }
    }

    /** Writes one file's bytes. */
    interface Content {
        void writeTo(DiskWriter writer) throws IOException;
    }

    /** Takes one file or directory. */
    interface Visitor {
        void visit(String path, DiskEntry entry) throws IOException;
    }
}
