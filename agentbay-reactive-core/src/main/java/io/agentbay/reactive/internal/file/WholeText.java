package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A stream read as one text, up to a limit. */
final class WholeText {

    private WholeText() {}

    static Mono<String> of(String path, Flux<ByteBuffer> bytes, long cap) {
        return bytes.reduceWith(ByteArrayOutputStream::new, (all, buffer) -> add(path, all, buffer, cap))
                .flatMap(all -> Mono.justOrEmpty(PlainText.decode(all.toByteArray())))
                .switchIfEmpty(Mono.error(() -> refused(path + " is not UTF-8 text; read its bytes with read(path)")));
    }

    private static ByteArrayOutputStream add(String path, ByteArrayOutputStream all, ByteBuffer buffer, long cap) {
        if (all.size() + buffer.remaining() > cap) {
            throw refused(path + " has more than the " + cap + " bytes readText takes; stream it with read(path)");
        }
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        all.writeBytes(bytes);
        return all;
    }

    private static InvalidRequestException refused(String why) {
        return new InvalidRequestException(why, 0, ErrorDetails.of("readText"));
    }
}
