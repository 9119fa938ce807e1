package io.agentbay.reactive.internal.file;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;

/** Bytes on their way, told to a meter as they go; those of an attempt that failed are taken back. */
final class CountedBytes {

    private final Bytes bytes;
    private final TransferMeter meter;
    private final AtomicLong sent = new AtomicLong();

    CountedBytes(Bytes bytes, TransferMeter meter) {
        this.bytes = bytes;
        this.meter = meter;
    }

    Bytes bytes() {
        return new Bytes(bytes.length(), bytes.repeatable(), Flux.defer(this::counted));
    }

    /** Takes back what was counted: it goes again, or not at all. */
    void takeBack() {
        var before = sent.getAndSet(0);
        if (before > 0) {
            meter.sent(-before);
        }
    }

    private Flux<ByteBuffer> counted() {
        takeBack();
        return bytes.stream().doOnNext(buffer -> {
            sent.addAndGet(buffer.remaining());
            meter.sent(buffer.remaining());
        });
    }
}
