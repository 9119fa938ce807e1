package io.agentbay.reactive.local.simulation.fault;

import java.time.Duration;

/** An upload task the service accepted. */
public record UploadSeen(String session, String context, long at) {

    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** Whether it may have been at work at this time. */
    public boolean covers(long time) {
        return time >= at && time <= at + LONGEST.toNanos();
    }
}
