package io.agentbay.reactive.internal.transport;

import java.net.URI;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;

/**
 * A streamed PUT to a signed URL.
 *
 * @param uri the signed URL; a secret
 * @param length the exact number of bytes, sent as Content-Length
 * @param bytes subscribed to once per attempt, on demand
 */
public record Upload(URI uri, long length, Flux<ByteBuffer> bytes) {

    @Override
    public String toString() {
        return "PUT of " + length + " bytes to a signed URL";
    }
}
