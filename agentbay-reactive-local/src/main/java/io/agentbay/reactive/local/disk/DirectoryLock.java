package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.LedgerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One service per data directory: a lock the operating system drops when the process dies. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock of(Path directory) {
        try {
            DurableDirectory.create(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve("service.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw inUse(directory);
            }
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new LedgerException("The data directory " + directory + " cannot be used: " + e, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static LedgerException inUse(Path directory) {
        return new LedgerException("The data directory " + directory
                + " is in use by another local AgentBay service: stop it, or choose another directory.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LedgerException("The lock of the data directory could not be released: " + e, e);
        }
    }
}
