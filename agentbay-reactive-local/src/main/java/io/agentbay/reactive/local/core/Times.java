package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the protocol writes them: whole seconds. */
final class Times {

    private Times() {}

    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
