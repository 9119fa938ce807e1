package io.agentbay.reactive.common;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Bytes to be written somewhere: a text, an array, a local file or a publisher of any size.
 *
 * <p>Nothing is read before an operation that takes the content is subscribed to. Content of a text, an array or a file
 * may be sent again after a failure; content of a publisher is used once. Implementations are safe to share.
 */
public interface Content {

    /** Returns the UTF-8 bytes of a text. */
    static Content of(String text) {
        return new ByteArrayContent(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a copy of these bytes. */
    static Content of(byte[] bytes) {
        return new ByteArrayContent(bytes.clone());
    }

    /**
     * Returns the bytes of a local file, read in pieces when an operation sends them.
     *
     * <p>The file is not touched before; a file that is missing, unreadable or changes its size while it is sent fails
     * the operation.
     */
    static Content of(Path localFile) {
        return new LocalFileContent(localFile);
    }

    /**
     * Returns the bytes of a publisher, which is subscribed to at most once and so never sent a second time.
     *
     * <p>The operation requests buffers as fast as it can send them. It fails when more or fewer than {@code length}
     * bytes arrive.
     *
     * @param bytes the bytes in order; each buffer belongs to the operation once emitted
     * @param length the number of bytes
     * @throws IllegalArgumentException if {@code length} is negative
     */
    static Content of(Publisher<ByteBuffer> bytes, long length) {
        Objects.requireNonNull(bytes, "bytes");
        if (length < 0) {
            throw new IllegalArgumentException("length must not be negative: " + length);
        }
        return new PublisherContent(bytes, length);
    }

    /** Returns the number of bytes, or null while it is unknown, as for a local file that was not opened yet. */
    @Nullable
    Long length();

    /** Returns whether {@link #bytes()} may be subscribed to more than once and then yields the same bytes. */
    boolean repeatable();

    /**
     * Returns the bytes, on demand and in order; each buffer belongs to the subscriber.
     *
     * <p>Content of a local file is read by the client alone, on its own threads for files: outside an operation its
     * bytes signal {@link UnsupportedOperationException}.
     */
    Flux<ByteBuffer> bytes();
}
