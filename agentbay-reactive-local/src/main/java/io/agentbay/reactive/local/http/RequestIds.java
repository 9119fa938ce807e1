package io.agentbay.reactive.local.http;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Request ids in the service's style; unique, not secret, and made without blocking an event loop. */
final class RequestIds {

    private final SplittableRandom random = new SplittableRandom();

    synchronized String next() {
        return new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT);
    }
}
