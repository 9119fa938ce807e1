package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.event.ProgressSink;
import java.util.Locale;

/** What a verification can find. */
enum Finding {
    /** Something should be there and is not. */
    MISSING,
    /** Something is there with other bytes. */
    CORRUPT,
    /** An object is there that no snapshot refers to; no damage. */
    EXTRA;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an event calls it. */
    String type() {
        return this == EXTRA ? ProgressSink.EXTRA : VerificationFailedException.class.getSimpleName();
    }
}
