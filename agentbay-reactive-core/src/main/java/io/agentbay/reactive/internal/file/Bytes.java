package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.LocalFileContent;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.LocalFileException;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.internal.runtime.LocalFiles.Entry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Content whose length is known: what the routes carry.
 *
 * @param length the exact number of bytes; a stream that yields another number fails
 * @param repeatable whether the stream may be subscribed to again
 * @param stream the bytes
 */
record Bytes(long length, boolean repeatable, Flux<ByteBuffer> stream) {

    static Bytes of(byte[] bytes) {
        return new Bytes(bytes.length, true, Content.of(bytes).bytes());
    }

    /** Learns the length of any content; local files are looked at now and read later. */
    static Mono<Bytes> of(Content content, LocalFiles files) {
        return content instanceof LocalFileContent local
                ? files.stat(local.path())
                        .switchIfEmpty(Mono.error(() -> missing(local.path())))
                        .flatMap(entry -> ofLink(entry, files))
                : Mono.fromSupplier(() -> ofLength(content));
    }

    static Bytes of(Path file, long size, LocalFiles files) {
        return exact(size, true, files.read(file), () -> changed(file));
    }

    /** A single file may be named by a link: it is read through it. */
    private static Mono<Bytes> ofLink(Entry entry, LocalFiles files) {
        return switch (entry.type()) {
            case FILE -> Mono.just(of(entry.path(), entry.size(), files));
            case SYMBOLIC_LINK -> count(files.read(entry.path())).map(size -> of(entry.path(), size, files));
            default ->
                Mono.error(new LocalFileException(
                        "not a file: " + entry.path(),
                        entry.path(),
                        ErrorDetails.of("write").attempts(0)));
        };
    }

    private static Bytes ofLength(Content content) {
        var length = content.length();
        if (length == null) {
            throw new InvalidRequestException(
                    "content must know its length; use Content.of(publisher, length)",
                    0,
                    ErrorDetails.of("write").attempts(0));
        }
        return exact(length, content.repeatable(), content.bytes(), () -> wrongLength(length));
    }

    private static Bytes exact(long length, boolean repeatable, Flux<ByteBuffer> stream, Supplier<Throwable> wrong) {
        return new Bytes(length, repeatable, Flux.defer(() -> counted(length, stream, wrong)));
    }

    private static Flux<ByteBuffer> counted(long length, Flux<ByteBuffer> stream, Supplier<Throwable> wrong) {
        var seen = new AtomicLong();
        return stream.<ByteBuffer>handle((buffer, sink) -> {
                    if (seen.addAndGet(buffer.remaining()) > length) {
                        sink.error(wrong.get());
                    } else {
                        sink.next(buffer);
                    }
                })
                .concatWith(Mono.defer(() -> seen.get() == length ? Mono.empty() : Mono.error(wrong.get())));
    }

    private static LocalFileException missing(Path path) {
        return new LocalFileException(
                "no such file: " + path, path, ErrorDetails.of("write").attempts(0));
    }

    private static LocalFileException changed(Path path) {
        return new LocalFileException(
                "the file changed its size while it was read: " + path, path, ErrorDetails.of("write"));
    }

    private static InvalidRequestException wrongLength(long length) {
        return new InvalidRequestException(
                "the content did not have the " + length + " bytes it was said to have", 0, ErrorDetails.of("write"));
    }

    /** The bytes in one array; only for content known to be small. */
    Mono<byte[]> collect() {
        return stream.reduceWith(() -> ByteBuffer.allocate((int) length), ByteBuffer::put)
                .map(ByteBuffer::array);
    }

    static Mono<Long> count(Flux<ByteBuffer> stream) {
        return stream.reduce(0L, (sum, buffer) -> sum + buffer.remaining());
    }
}
