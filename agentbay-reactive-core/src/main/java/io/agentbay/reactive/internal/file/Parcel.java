package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;

/** A local file on its way into a session, its bytes counted as they go. */
final class Parcel {

    private final LocalFile file;
    private final Incoming incoming;
    private final AtomicLong sent = new AtomicLong();

    Parcel(LocalFile file, String target, LocalFiles files, TransferMeter meter) {
        this.file = file;
        var bytes = file.bytes(files);
        this.incoming = new Incoming(
                target, new Bytes(bytes.length(), bytes.repeatable(), Flux.defer(() -> counted(bytes, meter))));
    }

    LocalFile file() {
        return file;
    }

    Incoming incoming() {
        return incoming;
    }

    /** Takes back what was counted: it goes again, or not at all. */
    void takeBack(TransferMeter meter) {
        meter.sent(-sent.getAndSet(0));
    }

    private Flux<ByteBuffer> counted(Bytes bytes, TransferMeter meter) {
        takeBack(meter);
        return bytes.stream().doOnNext(buffer -> {
            sent.addAndGet(buffer.remaining());
            meter.sent(buffer.remaining());
        });
    }
}
