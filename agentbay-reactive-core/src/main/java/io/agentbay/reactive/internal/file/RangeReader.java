package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileEntry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads files of a session by byte ranges, a few ahead of the reader.
 *
 * <p>An answer shorter than asked for is the whole file, unless the service cut it. A service that gave a longer answer
 * before does not cut a shorter one; anything else is checked against the file's size.
 */
final class RangeReader {

    private final FileTools tools;

    RangeReader(FileTools tools) {
        this.tools = tools;
    }

    Flux<ByteBuffer> read(String path) {
        return ranges(path, Long.MAX_VALUE).map(ByteBuffer::wrap);
    }

    Mono<String> sha256(String path) {
        return Sha256.of(read(path));
    }

    Mono<String> readText(String path, long cap) {
        return ranges(path, cap)
                .reduceWith(ByteArrayOutputStream::new, RangeReader::add)
                .flatMap(all -> Mono.justOrEmpty(PlainText.decode(all.toByteArray())))
                .switchIfEmpty(Mono.error(() -> refused(path + " is not UTF-8 text; read its bytes with read(path)")));
    }

    private static ByteArrayOutputStream add(ByteArrayOutputStream all, byte[] range) {
        all.writeBytes(range);
        return all;
    }

    private Flux<byte[]> ranges(String path, long cap) {
        return tools.range(path, 0, Limits.RANGE_BYTES)
                .onErrorResume(ToolFailedException.class, error -> unreadable(path, error))
                .flatMapMany(first -> tools.isUncut(first.length) ? Flux.just(first) : checked(path, first, cap))
                .filter(range -> range.length > 0);
    }

    /** Not every service reads ranges of an empty file, and none reads directories. */
    private Mono<byte[]> unreadable(String path, ToolFailedException error) {
        return file(path).flatMap(entry -> entry.size() == 0 ? Mono.just(new byte[0]) : Mono.error(error));
    }

    private Flux<byte[]> checked(String path, byte[] first, long cap) {
        return file(path).flatMapMany(entry -> {
            if (entry.size() > cap) {
                return Flux.error(tooLarge(entry, cap));
            }
            if (entry.size() == first.length) {
                tools.answered(first.length);
                return Flux.just(first);
            }
            return first.length == Limits.RANGE_BYTES && entry.size() > first.length
                    ? Flux.just(first).concatWith(rest(entry))
                    : Flux.error(changed(path));
        });
    }

    /** A file of several ranges is looked at again at the end: it may have changed between two of them. */
    private Flux<byte[]> rest(FileEntry entry) {
        var count = (entry.size() - 1) / Limits.RANGE_BYTES;
        return Flux.range(1, Math.toIntExact(count))
                .flatMapSequential(number -> range(entry, number), Limits.RANGES_AHEAD, 1)
                .concatWith(unchanged(entry));
    }

    private Mono<byte[]> range(FileEntry entry, int number) {
        var offset = (long) number * Limits.RANGE_BYTES;
        var length = Math.min(Limits.RANGE_BYTES, entry.size() - offset);
        return tools.range(entry.path(), offset, length)
                .flatMap(bytes -> bytes.length == length ? Mono.just(bytes) : Mono.error(changed(entry.path())));
    }

    private Mono<byte[]> unchanged(FileEntry before) {
        return file(before.path())
                .flatMap(now -> now.equals(before) ? Mono.<byte[]>empty() : Mono.error(changed(before.path())));
    }

    private Mono<FileEntry> file(String path) {
        return tools.stat(path)
                .switchIfEmpty(Mono.error(() -> FileTools.notFound(path, "get_file_info")))
                .flatMap(entry -> entry.isFile()
                        ? Mono.just(entry)
                        : Mono.error(refused(path + " is a directory; list it with list(path)")));
    }

    private static UnexpectedResponseException changed(String path) {
        return new UnexpectedResponseException(
                path + " changed while it was read; read it again", "", ErrorDetails.of("read_file"));
    }

    private static InvalidRequestException tooLarge(FileEntry entry, long cap) {
        return refused(entry.path() + " has " + entry.size() + " bytes, more than the " + cap
                + " readText takes; stream it with read(path)");
    }

    private static InvalidRequestException refused(String why) {
        return new InvalidRequestException(why, 0, ErrorDetails.of("read_file"));
    }
}
