package io.agentbay.reactive.file;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files by path: what the file system of a session and the files of a context share.
 *
 * <p>Paths are absolute, with forward slashes, up to 4,096 characters; any Unicode is allowed in a name except the
 * slash, line breaks and the zero character. A path with {@code ..} in it is refused at the call.
 *
 * <p>Implementations are safe for use from any thread. Every publisher is cold: one subscription is one run. A cancel
 * stops what this client does and sends nothing further; what the service was already told to do may still happen, but
 * no reader ever sees half a file.
 */
public interface FileStore {

    /**
     * Creates or replaces a text file, encoded as UTF-8, parents included.
     *
     * <p>The file appears whole: its bytes are written beside it and moved into place, or in one call where they fit
     * one. Safe to repeat.
     */
    Mono<Void> write(String path, String text);

    /**
     * Creates or replaces a file of any size, parents included.
     *
     * <p>Content is read as the connection takes it, so memory does not grow with size. Content that is not {@link
     * Content#repeatable() repeatable} is sent once: when that fails, the write fails. Safe to repeat otherwise.
     */
    Mono<Void> write(String path, Content content);

    /**
     * Streams a file's bytes in order, fetched as they are requested, a few pieces ahead of the reader.
     *
     * <p>Each buffer is the receiver's own. A cancel stops fetching. A file that changes while it is read is an error
     * where that can be seen (its size changed, or its store's version did), never a silent mixture of two versions as
     * far as the service lets a client know. Absent: {@code NotFoundException}.
     */
    Flux<ByteBuffer> read(String path);

    /**
     * Reads a small text file as UTF-8.
     *
     * <p>At most 8 MiB; a larger file and bytes that are not UTF-8 are an {@code InvalidRequestException} that says
     * so. Absent: {@code NotFoundException}.
     */
    Mono<String> readText(String path);

    /** Describes one file or directory; completes empty when there is none. */
    Mono<FileEntry> find(String path);

    /**
     * Lists one directory, in the order of the service, a page at a time as requested.
     *
     * <p>A session's listing names no sizes ({@link FileEntry#UNKNOWN_SIZE}).
     */
    Flux<FileEntry> list(String directory);

    /**
     * Lists everything below {@code directory} that {@code selector} accepts, by path relative to it.
     *
     * <p>Level by level: directories come before what is in them, names in the order of their characters, so that two
     * walks of the same tree are the same. A few directories are read ahead at a time, never all. Sizes as in {@link
     * #list}.
     */
    Flux<FileEntry> walk(String directory, Selector selector);

    /** Deletes a file; completes also when there is none. Safe to repeat. */
    Mono<Void> delete(String path);

    /**
     * Copies the local directory {@code local} into {@code path}, or the single file {@code local} to {@code path}.
     *
     * <p>Files that are found the same on both sides by size and SHA-256 stay as they are; where finding out would
     * move more than sending, a file is sent. Nothing is deleted. A few files are under way at a time, and memory does
     * not grow with their sizes; only the names of what is there already are held. A file that fails does not stop the
     * others: at the end the copy fails with a {@code TransferFailedException} that names each. Links are not followed
     * but named in the report. Empty directories are created where the store knows directories. Safe to repeat: a
     * second run moves what is missing.
     *
     * @throws IllegalArgumentException if {@code path} is none
     */
    Mono<TransferReport> copyFrom(Path local, String path, Selector selector);

    /**
     * Copies the directory {@code path} into the local directory {@code local}, or the single file {@code path} to the
     * local file {@code local}.
     *
     * <p>Each file is written beside its final name, forced to disk, and moved into place; what was there before stays
     * until then. Nothing is deleted, and no name from the service can lead outside {@code local}. Empty directories
     * are not copied. Otherwise as {@link #copyFrom}.
     */
    Mono<TransferReport> copyTo(Path local, String path, Selector selector);

    /**
     * Compares a local directory with one here, by size, then by SHA-256: every file that differs, those of the local
     * side first, then those only here, each by name; empty when all bytes are the same.
     *
     * <p>It is the plan of either copy. Left is the local side. Directories are not compared. A file without a hash on
     * the other side is read back to compare it.
     */
    Flux<Difference> compare(Path local, String path, Selector selector);
}
