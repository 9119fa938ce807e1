package io.agentbay.reactive.examples.guide;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A few files on the local disk, for as long as a section works with them. */
final class SampleDirectory {

    private static final int SIZE = 40_000;

    private SampleDirectory() {}

    static <T> Mono<T> with(Function<Path, Mono<T>> work) {
        return Mono.usingWhen(
                Mono.fromCallable(SampleDirectory::make).subscribeOn(Schedulers.boundedElastic()),
                work,
                directory -> Mono.fromCallable(() -> delete(directory)).subscribeOn(Schedulers.boundedElastic()));
    }

    private static Path make() throws IOException {
        var directory = Files.createTempDirectory("agentbay-guide-");
        Files.createDirectories(directory.resolve("sample/deeper"));
        Files.writeString(directory.resolve("sample/settings.json"), "{}");
        Files.writeString(directory.resolve("sample/notes.txt"), "Notes");
        Files.writeString(directory.resolve("sample/scratch.tmp"), "left behind");
        Files.write(directory.resolve("sample/deeper/data.json"), new byte[SIZE]);
        return directory;
    }

    private static Path delete(Path directory) throws IOException {
        return Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException error) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
