package io.agentbay.reactive.common;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Bytes of a caller's publisher, which is subscribed to once. */
final class PublisherContent implements Content {

    private final Publisher<ByteBuffer> source;
    private final long length;
    private final AtomicBoolean used = new AtomicBoolean();

    PublisherContent(Publisher<ByteBuffer> source, long length) {
        this.source = source;
        this.length = length;
    }

    @Override
    public Long length() {
        return length;
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Flux<ByteBuffer> bytes() {
        return Flux.defer(() -> used.compareAndSet(false, true)
                ? Flux.from(source)
                : Flux.error(new IllegalStateException(
                        "Content of a publisher is sent once; use Content.of(Path) or Content.of(byte[]) to repeat")));
    }

    @Override
    public String toString() {
        return "publisher of " + length + " bytes";
    }
}
