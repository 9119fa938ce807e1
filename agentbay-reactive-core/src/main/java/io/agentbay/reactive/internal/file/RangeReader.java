package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileEntry;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads files of a session by byte ranges, a few ahead of the reader. */
final class RangeReader {

    private final FileTools tools;

    RangeReader(FileTools tools) {
        this.tools = tools;
    }

    Flux<ByteBuffer> read(String path) {
        return file(path).flatMapMany(entry -> ranges(entry).map(ByteBuffer::wrap));
    }

    Mono<String> sha256(String path) {
        return Sha256.of(read(path));
    }

    Mono<String> readText(String path, long cap) {
        return file(path).flatMap(entry -> entry.size() > cap ? Mono.error(tooLarge(entry, cap)) : text(entry));
    }

    private Mono<String> text(FileEntry entry) {
        return ranges(entry)
                .reduceWith(() -> ByteBuffer.allocate((int) entry.size()), ByteBuffer::put)
                .flatMap(all -> Mono.justOrEmpty(PlainText.decode(all.array())))
                .switchIfEmpty(Mono.error(() -> notText(entry.path())));
    }

    private Mono<FileEntry> file(String path) {
        return tools.stat(path)
                .switchIfEmpty(Mono.error(() -> FileTools.notFound(path, "get_file_info")))
                .flatMap(entry -> entry.isFile() ? Mono.just(entry) : Mono.error(directory(path)));
    }

    /** A file of several ranges is looked at again at the end: it may have changed between two of them. */
    private Flux<byte[]> ranges(FileEntry entry) {
        var count = (entry.size() + Limits.RANGE_BYTES - 1) / Limits.RANGE_BYTES;
        var ranges = Flux.range(0, Math.toIntExact(count))
                .flatMapSequential(number -> range(entry, number), Limits.RANGES_AHEAD, 1);
        return count > 1 ? ranges.concatWith(unchanged(entry)) : ranges;
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

    private static UnexpectedResponseException changed(String path) {
        return new UnexpectedResponseException(
                path + " changed while it was read; read it again", "", ErrorDetails.of("read_file"));
    }

    private static InvalidRequestException tooLarge(FileEntry entry, long cap) {
        return refused(entry.path() + " has " + entry.size() + " bytes, more than the " + cap
                + " readText takes; stream it with read(path)");
    }

    private static InvalidRequestException notText(String path) {
        return refused(path + " is not UTF-8 text; read its bytes with read(path)");
    }

    private static InvalidRequestException directory(String path) {
        return refused(path + " is a directory; list it with list(path) or walk(path, selector)");
    }

    private static InvalidRequestException refused(String why) {
        return new InvalidRequestException(why, 0, ErrorDetails.of("read_file"));
    }
}
