package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.Encoding;
import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.format.Hashes;
import io.agentbay.reactive.internal.snapshot.format.Part;
import io.agentbay.reactive.internal.snapshot.format.StoredContent;
import io.agentbay.reactive.internal.snapshot.format.Zlib;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import java.util.zip.DataFormatException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads objects back, unpacked and proved by the hash in their names. */
final class ObjectReader {

    private final ObjectStore store;
    private final Tools tools;
    private final LongConsumer read;

    ObjectReader(ObjectStore store, Tools tools, LongConsumer read) {
        this.store = store;
        this.tools = tools;
        this.read = read;
    }

    /** The content of an object; {@code BadObjectException} when it is gone or another. */
    Mono<byte[]> content(StoredContent content) {
        return store.get(content.path())
                .reduceWith(() -> room(content), (bytes, piece) -> add(content, bytes, piece))
                .onErrorMap(Damage::isAbsent, gone -> new BadObjectException(content, true))
                .publishOn(tools.runtime().files())
                .map(bytes -> proved(content, bytes));
    }

    /** A manifest can be wrong, too: nothing is stored longer than its content. */
    private static ByteBuffer room(StoredContent content) {
        if (content.stored() > Math.max(content.size(), 0)) {
            throw new BadObjectException(content, false);
        }
        return ByteBuffer.allocate((int) content.stored());
    }

    private ByteBuffer add(StoredContent content, ByteBuffer bytes, ByteBuffer piece) {
        if (piece.remaining() > bytes.remaining()) {
            throw new BadObjectException(content, false);
        }
        read.accept(piece.remaining());
        return bytes.put(piece);
    }

    private static byte[] proved(StoredContent content, ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            throw new BadObjectException(content, false);
        }
        return proved(content, bytes.array());
    }

    private static byte[] proved(StoredContent content, byte[] stored) {
        try {
            var bytes = content.encoding() == Encoding.RAW ? stored : Zlib.inflate(stored, content.size());
            if (bytes.length == content.size() && Hashes.of(bytes).equals(content.contentId())) {
                return bytes;
            }
        } catch (DataFormatException broken) {
            throw new BadObjectException(content, false);
        }
        throw new BadObjectException(content, false);
    }

    /** The bytes of a file on demand; one that is not what its record says ends in an error. */
    Flux<ByteBuffer> file(FileRecord file) {
        return Flux.defer(() -> {
            var digest = Hashes.sha256();
            return Flux.fromIterable(file.parts())
                    .concatMap(this::part, 1)
                    .doOnNext(piece -> digest.update(piece.duplicate()))
                    .concatWith(Mono.defer(() -> Hashes.hex(digest).equals(file.sha256())
                            ? Mono.empty()
                            : Mono.error(
                                    new BadObjectException(file.parts().get(0).content(), false))));
        });
    }

    private Mono<ByteBuffer> part(Part part) {
        return content(part.content()).map(bytes -> slice(bytes, part));
    }

    static ByteBuffer slice(byte[] bytes, Part part) {
        return ByteBuffer.wrap(bytes, part.offset(), part.length()).slice().asReadOnlyBuffer();
    }
}
