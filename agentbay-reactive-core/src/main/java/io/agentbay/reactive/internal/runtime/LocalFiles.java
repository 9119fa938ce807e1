package io.agentbay.reactive.internal.runtime;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.LocalFileContent;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The local file system, streamed, on the files scheduler. */
public interface LocalFiles {

    /** The bytes of a file on demand, in chunks of at most 64 KiB; each subscription reads anew. */
    Flux<ByteBuffer> read(Path file);

    /** What is at a path, symbolic links not followed; empty when nothing is there. */
    Mono<Entry> stat(Path path);

    /** Everything below a directory in a stable order, symbolic links not followed, the directory itself left out. */
    Flux<Entry> walk(Path directory);

    /**
     * Writes a file so that it is either complete or absent: a temporary name beside it, fsync, rename, fsync of the
     * directory; parents are made; the temporary file is removed on error and cancel.
     */
    Mono<Long> write(Path target, Flux<ByteBuffer> bytes);

    /** Deletes a file or an empty directory; completes also when there is none. */
    Mono<Void> delete(Path path);

    /** Begins writing many files that are to be durable together. */
    Writes writes();

    /**
     * Content whose length and bytes are known to be readable: a local file is looked at now and read on demand, any
     * other content is returned as it is.
     */
    default Mono<Content> open(Content content) {
        return content instanceof LocalFileContent file
                ? stat(file.path())
                        .switchIfEmpty(Mono.error(() -> LocalFailures.missing(file.path())))
                        .map(entry -> new OpenedFile(this, entry))
                : Mono.just(content);
    }

    /**
     * Files each written as by {@link LocalFiles#write}, except that their names are durable only after {@link #flush}:
     * forcing a directory once for all its files costs a fraction of once for each.
     */
    interface Writes {

        Mono<Long> write(Path target, Flux<ByteBuffer> bytes);

        /** Forces every directory to disk in which a name was made since the last flush. */
        Mono<Void> flush();
    }

    /** One entry of the local file system; {@code relative} uses {@code /} and is empty for {@link #stat}. */
    record Entry(Path path, String relative, Type type, long size, Instant modifiedAt) {
        /** What an entry is. */
        public enum Type {
            FILE,
            DIRECTORY,
            SYMBOLIC_LINK,
            OTHER
        }
    }
}
