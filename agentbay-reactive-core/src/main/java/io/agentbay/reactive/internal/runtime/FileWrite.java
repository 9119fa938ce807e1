package io.agentbay.reactive.internal.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way to disk: a temporary file beside the target until everything is there and flushed.
 *
 * <p>It owns the temporary file from its making to commit or discard; a discard may overtake the opening.
 */
final class FileWrite {

    private final Path target;
    private final Path temporary;
    private @Nullable FileChannel channel;
    private long written;
    private boolean discarded;

    FileWrite(Path target, long random) {
        this.target = target.toAbsolutePath();
        this.temporary =
                this.target.resolveSibling(".agentbay-" + Long.toUnsignedString(random, Character.MAX_RADIX) + ".tmp");
    }

    synchronized void open() throws IOException {
        if (!discarded) {
            makeParents();
            channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    synchronized void append(ByteBuffer piece) throws IOException {
        while (channel != null && piece.hasRemaining()) {
            written += channel.write(piece);
        }
    }

    synchronized long commit() throws IOException {
        if (channel != null) {
            channel.force(true);
            channel.close();
            channel = null;
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flushDirectory(parent(target));
        }
        return written;
    }

    synchronized void discard() throws IOException {
        discarded = true;
        if (channel != null) {
            channel.close();
            channel = null;
        }
        Files.deleteIfExists(temporary);
    }

    private void makeParents() throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (var at = parent(target); !Files.isDirectory(at); at = parent(at)) {
            missing.push(at);
        }
        Files.createDirectories(parent(target));
        for (var made : missing) {
            flushDirectory(parent(made));
        }
    }

    private static Path parent(Path path) throws IOException {
        var parent = path.getParent();
        if (parent == null) {
            throw new IOException("a file has to stand in a directory: " + path);
        }
        return parent;
    }

    /** A rename is durable only once the directory is; where directories cannot be opened the system sees to it. */
    private static void flushDirectory(Path directory) throws IOException {
        if (java.io.File.separatorChar == '/') {
            try (var opened = FileChannel.open(directory, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }
}
