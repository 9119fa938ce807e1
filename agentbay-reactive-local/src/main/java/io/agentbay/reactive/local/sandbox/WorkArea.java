package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The files of one command beside the session's: its text, the script that starts it, what it reports. */
record WorkArea(Path root, Path directory) {

    private static final int REPORT_BYTES = 16 << 20;

    static WorkArea create(Path home, String name) throws IOException {
        Path directory = home.resolve("run").resolve(name);
        Files.createDirectories(directory);
        return new WorkArea(home.resolve("root"), directory);
    }

    /** Always UTF-8, whatever the locale of the service makes of a command line. */
    void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
    }

    /** What the program left there; it may have left anything. */
    List<String> report(String name) {
        Path report = directory.resolve(name);
        if (!Files.isRegularFile(report, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(report, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(in.readNBytes(REPORT_BYTES), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** A number a program left there; 1 if it left none. */
    int number(String name) {
        List<String> lines = report(name);
        try {
            return lines.isEmpty() ? 1 : Integer.parseInt(lines.get(0).strip());
        } catch (NumberFormatException leftByTheProgram) {
            return 1;
        }
    }

    void deleteFile(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException goesWithTheSession) {
            return;
        }
    }

    /** What cannot be deleted goes with the session. */
    void delete() {
        try {
            Files.walkFileTree(directory, new Deletion());
        } catch (IOException goesWithTheSession) {
            return;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
