package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.internal.runtime.LocalFiles;

/** A local file on its way into a session, its bytes counted as they go. */
final class Parcel {

    private final LocalFile file;
    private final CountedBytes counted;
    private final Incoming incoming;

    Parcel(LocalFile file, String target, LocalFiles files, TransferMeter meter) {
        this.file = file;
        this.counted = new CountedBytes(file.bytes(files), meter);
        this.incoming = new Incoming(target, counted.bytes());
    }

    LocalFile file() {
        return file;
    }

    Incoming incoming() {
        return incoming;
    }

    /** Takes back what was counted: it goes again, or not at all. */
    void takeBack() {
        counted.takeBack();
    }
}
