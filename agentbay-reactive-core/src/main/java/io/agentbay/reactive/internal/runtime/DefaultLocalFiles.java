package io.agentbay.reactive.internal.runtime;

import io.agentbay.reactive.error.LocalFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/** Local files read and written in pieces on their own threads; every failure is a {@code LocalFileException}. */
final class DefaultLocalFiles implements LocalFiles {

    private static final int PIECE = 64 * 1024;
    private static final int FLUSHED_AT_ONCE = 16;

    private final Scheduler scheduler;
    private final RandomGenerator random;

    DefaultLocalFiles(Scheduler scheduler, RandomGenerator random) {
        this.scheduler = scheduler;
        this.random = random;
    }

    @Override
    public Flux<ByteBuffer> read(Path file) {
        return Flux.<ByteBuffer, FileChannel>generate(
                        () -> FileChannel.open(file, StandardOpenOption.READ),
                        DefaultLocalFiles::readPiece,
                        DefaultLocalFiles::closeQuietly)
                .subscribeOn(scheduler)
                .cancelOn(scheduler)
                .onErrorMap(IOException.class, error -> LocalFailures.of("read", file, error));
    }

    private static FileChannel readPiece(FileChannel channel, SynchronousSink<ByteBuffer> sink) {
        try {
            var left = channel.size() - channel.position();
            var piece = ByteBuffer.allocate((int) Math.max(1, Math.min(PIECE, left)));
            if (channel.read(piece) < 0) {
                sink.complete();
            } else {
                sink.next(piece.flip());
            }
        } catch (IOException error) {
            sink.error(error);
        }
        return channel;
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // It was open for reading only: nothing is lost.
        }
    }

    @Override
    public Mono<Entry> stat(Path path) {
        return onFiles("look at", path, () -> entry(path, ""))
                .onErrorResume(
                        LocalFileException.class,
                        error -> error.getCause() instanceof NoSuchFileException ? Mono.empty() : Mono.error(error));
    }

    static Entry entry(Path path, String relative) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Entry(
                path,
                relative,
                type(attributes),
                attributes.size(),
                attributes.lastModifiedTime().toInstant());
    }

    private static Entry.Type type(BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return Entry.Type.FILE;
        }
        if (attributes.isDirectory()) {
            return Entry.Type.DIRECTORY;
        }
        return attributes.isSymbolicLink() ? Entry.Type.SYMBOLIC_LINK : Entry.Type.OTHER;
    }

    @Override
    public Flux<Entry> walk(Path directory) {
        return Flux.<Entry, DirectoryWalk>generate(() -> new DirectoryWalk(directory), DirectoryWalk::step)
                .subscribeOn(scheduler)
                .onErrorMap(IOException.class, error -> LocalFailures.of("list", directory, error));
    }

    @Override
    public Mono<Long> write(Path target, Flux<ByteBuffer> bytes) {
        return write(target, bytes, Directories.atOnce());
    }

    @Override
    public Writes writes() {
        var directories = Directories.together();
        return new Writes() {
            @Override
            public Mono<Long> write(Path target, Flux<ByteBuffer> bytes) {
                return DefaultLocalFiles.this.write(target, bytes, directories);
            }

            @Override
            public Mono<Void> flush() {
                return Flux.defer(() -> Flux.fromIterable(directories.take()))
                        .flatMap(DefaultLocalFiles.this::flush, FLUSHED_AT_ONCE)
                        .then();
            }
        };
    }

    private Mono<Void> flush(Path directory) {
        return onFiles(() -> Directories.flush(directory))
                .onErrorMap(IOException.class, error -> LocalFailures.of("flush", directory, error));
    }

    private Mono<Long> write(Path target, Flux<ByteBuffer> bytes, Directories directories) {
        return Mono.usingWhen(
                        Mono.fromSupplier(() -> new FileWrite(target, random.nextLong(), directories)),
                        write -> write(write, bytes),
                        write -> Mono.empty(),
                        (write, error) -> discard(write),
                        this::discard)
                .onErrorMap(IOException.class, error -> LocalFailures.of("write", target, error));
    }

    @Override
    public Mono<Void> delete(Path path) {
        return onFiles("delete", path, () -> Files.deleteIfExists(path)).then();
    }

    /** What ends a stream that is published on a thread for files comes on that thread, so the commit may block there. */
    private Mono<Long> write(FileWrite write, Flux<ByteBuffer> bytes) {
        return bytes.publishOn(scheduler, 4)
                .<Void>handle((piece, sink) -> {
                    try {
                        write.append(piece);
                    } catch (IOException error) {
                        sink.error(error);
                    }
                })
                .then(Mono.fromCallable(write::commit));
    }

    /** A temporary file that cannot be removed must not hide why it was given up. */
    private Mono<Void> discard(FileWrite write) {
        return onFiles(write::discard).onErrorComplete();
    }

    private Mono<Void> onFiles(FileStep step) {
        return Mono.<Void>fromCallable(() -> {
                    step.run();
                    return null;
                })
                .subscribeOn(scheduler);
    }

    private <T> Mono<T> onFiles(String verb, Path path, Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .onErrorMap(IOException.class, error -> LocalFailures.of(verb, path, error));
    }

    /** Something done with a file. */
    private interface FileStep {
        void run() throws IOException;
    }
}
