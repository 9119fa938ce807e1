package io.agentbay.reactive.internal.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way to disk: a temporary file beside the target until everything is there and flushed.
 *
 * <p>It owns the temporary file from its making to commit or discard; a discard may overtake the opening.
 */
final class FileWrite {

    private final Path target;
    private final Path temporary;
    private final Directories directories;
    private boolean opened;
    private @Nullable FileChannel channel;
    private long written;
    private boolean discarded;

    FileWrite(Path target, long random, Directories directories) {
        this.directories = directories;
        this.target = target.toAbsolutePath();
        this.temporary =
                this.target.resolveSibling(".agentbay-" + Long.toUnsignedString(random, Character.MAX_RADIX) + ".tmp");
    }

    /** Opens the temporary file unless that was done, or given up. */
    synchronized void open() throws IOException {
        if (!opened && !discarded) {
            opened = true;
            directories.make(Directories.of(target));
            channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    synchronized void append(ByteBuffer piece) throws IOException {
        open();
        while (channel != null && piece.hasRemaining()) {
            written += channel.write(piece);
        }
    }

    synchronized long commit() throws IOException {
        open();
        if (channel != null) {
            channel.force(true);
            channel.close();
            channel = null;
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            directories.changed(Directories.of(target));
        }
        return written;
    }

    synchronized void discard() throws IOException {
        discarded = true;
        if (channel != null) {
            channel.close();
            channel = null;
        }
        if (opened) {
            Files.deleteIfExists(temporary);
        }
    }
}
