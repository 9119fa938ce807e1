package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferRoute;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final Function<FileEntry, Flux<ByteBuffer>> large;

    RangeReader(FileTools tools) {
        this(tools, file -> Flux.empty());
    }

    /** @param large another way for large files, empty where it cannot be taken */
    RangeReader(FileTools tools, Function<FileEntry, Flux<ByteBuffer>> large) {
        this.tools = tools;
        this.large = large;
    }

    Flux<ByteBuffer> read(String path) {
        return read(path, route -> {});
    }

    /** @param route told when another way than that by ranges was taken */
    Flux<ByteBuffer> read(String path, Consumer<TransferRoute> route) {
        return pieces(path, Long.MAX_VALUE, route);
    }

    Mono<String> sha256(String path) {
        return Sha256.of(read(path));
    }

    Mono<String> readText(String path, long cap) {
        return pieces(path, cap, route -> {})
                .reduceWith(ByteArrayOutputStream::new, RangeReader::add)
                .flatMap(all -> Mono.justOrEmpty(PlainText.decode(all.toByteArray())))
                .switchIfEmpty(Mono.error(() -> refused(path + " is not UTF-8 text; read its bytes with read(path)")));
    }

    private static ByteArrayOutputStream add(ByteArrayOutputStream all, ByteBuffer piece) {
        var bytes = new byte[piece.remaining()];
        piece.get(bytes);
        all.writeBytes(bytes);
        return all;
    }

    private Flux<ByteBuffer> pieces(String path, long cap, Consumer<TransferRoute> route) {
        return tools.range(path, 0, Limits.RANGE_BYTES)
                .onErrorResume(ToolFailedException.class, error -> unreadable(path, error))
                .flatMapMany(first -> tools.isUncut(first.length)
                        ? Flux.just(ByteBuffer.wrap(first))
                        : checked(path, first, cap, route))
                .filter(ByteBuffer::hasRemaining);
    }

    /** Not every service reads ranges of an empty file, and none reads directories. */
    private Mono<byte[]> unreadable(String path, ToolFailedException error) {
        return file(path).flatMap(entry -> entry.size() == 0 ? Mono.just(new byte[0]) : Mono.error(error));
    }

    private Flux<ByteBuffer> checked(String path, byte[] first, long cap, Consumer<TransferRoute> route) {
        return file(path).flatMapMany(entry -> {
            if (entry.size() > cap) {
                return Flux.error(tooLarge(entry, cap));
            }
            if (entry.size() == first.length) {
                tools.answered(first.length);
                return Flux.just(ByteBuffer.wrap(first));
            }
            return first.length == Limits.RANGE_BYTES && entry.size() > first.length
                    ? wholeOrRanges(entry, first, route)
                    : Flux.error(changed(path));
        });
    }

    private Flux<ByteBuffer> wholeOrRanges(FileEntry entry, byte[] first, Consumer<TransferRoute> route) {
        var ranges = Flux.just(first).concatWith(rest(entry)).map(ByteBuffer::wrap);
        return entry.size() < Limits.OBJECT_BYTES
                ? ranges
                : large.apply(entry)
                        .doOnNext(piece -> route.accept(TransferRoute.TRANSFER_CONTEXT))
                        .switchIfEmpty(ranges);
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
