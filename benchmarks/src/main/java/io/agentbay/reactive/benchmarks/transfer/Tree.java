package io.agentbay.reactive.benchmarks.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Random;

/** The files of one run: small, of several sizes, a hundred to a directory; always the same ones. */
public final class Tree {

    static final String MOUNT = "/mnt/data";

    private static final int SEED = 20_000;
    private static final int IN_ONE_DIRECTORY = 100;

    private Tree() {}

    static void make(Path root, int files, int mostBytes) throws IOException {
        var random = new Random(SEED);
        for (int n = 0; n < files; n++) {
            var bytes = new byte[1 + random.nextInt(mostBytes)];
            random.nextBytes(bytes);
            var directory = root.resolve("d" + n / IN_ONE_DIRECTORY);
            if (n % IN_ONE_DIRECTORY == 0) {
                Files.createDirectories(directory);
            }
            Files.write(directory.resolve("f" + n + ".bin"), bytes);
        }
    }

    /** Every file, relative and with slashes. */
    static List<String> names(Path root) {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void requireSame(Path one, Path other) throws IOException {
        var names = names(one);
        if (!names.equals(names(other))) {
            throw new IllegalStateException("not the same files: " + other);
        }
        for (String name : names) {
            if (Files.mismatch(one.resolve(name), other.resolve(name)) >= 0) {
                throw new IllegalStateException("not the same bytes: " + name);
            }
        }
    }

    public static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException error) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
