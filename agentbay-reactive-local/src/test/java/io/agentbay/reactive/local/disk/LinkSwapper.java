package io.agentbay.reactive.local.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody who puts a link to the outside in the place of a directory and takes it away again, for as long as it is not
 * closed, whatever others make in that place or delete there meanwhile.
 */
public final class LinkSwapper implements AutoCloseable {

    private final Path directory;
    private final Path aside;
    private final Path outside;
    private final CompletableFuture<Integer> swaps;
    private volatile boolean over;

    private LinkSwapper(Path directory, Path outside) {
        this.directory = directory;
        this.aside = directory.resolveSibling("aside");
        this.outside = outside;
        this.swaps = new CompletableFuture<>();
    }

    /** Begins now, on a thread of its own. */
    public static LinkSwapper start(Path directory, Path outside) {
        var swapper = new LinkSwapper(directory, outside);
        new Thread(swapper::swap, "swapper").start();
        return swapper;
    }

    private void swap() {
        try {
            int done = 0;
            for (; !over; done++) {
                place(aside, () -> move(directory, aside));
                place(directory, () -> Files.createSymbolicLink(directory, outside));
                place(directory, () -> move(aside, directory));
            }
            swaps.complete(done);
        } catch (IOException | RuntimeException | Error e) {
            swaps.completeExceptionally(e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
        } catch (NoSuchFileException deleted) {
            Files.createDirectory(to);
        }
    }

    /** Tries until nobody was there first. */
    private static void place(Path there, Step step) throws IOException {
        while (true) {
            clear(there);
            try {
                step.run();
                return;
            } catch (FileSystemException others) {
                Thread.onSpinWait();
            }
        }
    }

    private static void clear(Path there) throws IOException {
        Files.walkFileTree(there, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException error) {
                // Where somebody made something meanwhile, the next try clears it.
                var unused = visited.toFile().delete();
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Ends, and fails when there was less swapping than would show anything. */
    @Override
    public void close() {
        over = true;
        assertThat(swaps.join()).isGreaterThan(10);
    }

    /** Something done with files. */
    private interface Step {
        void run() throws IOException;
    }
}
