package io.agentbay.reactive.checks;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary directories of tests in memory, where this machine has such a file system with room and leave to run
 * programs: to force and to delete some hundred thousand files is half of what tests wait for on a disk. Tests that are about
 * the disk say {@link Standard}.
 */
public final class MemoryDirectories implements TempDirFactory {

    private static final long ROOM = 2L << 30;
    private static final Optional<Path> MEMORY = usable(Path.of("/dev/shm"));

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return MEMORY.isPresent()
                ? Files.createTempDirectory(MEMORY.get(), "junit-")
                : new Standard().createTempDirectory(element, context);
    }

    static Optional<Path> usable(Path directory) {
        try {
            FileStore store = Files.getFileStore(directory);
            boolean fits = store.type().equals("tmpfs") && store.getUsableSpace() >= ROOM;
            return fits && runsPrograms(directory) ? Optional.of(directory) : Optional.empty();
        } catch (IOException | SecurityException notThere) {
            return Optional.empty();
        }
    }

    private static boolean runsPrograms(Path directory) throws IOException {
        Path program = Files.createTempFile(directory, "junit-", "");
        try {
            return program.toFile().setExecutable(true) && Files.isExecutable(program);
        } finally {
            Files.delete(program);
        }
    }
}
