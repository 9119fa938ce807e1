package io.agentbay.reactive.local.simulation.fault;

import io.agentbay.reactive.local.core.TaskRun;
import java.time.Duration;

/** An upload task the service accepted. */
public record UploadSeen(String session, String context, long at, TaskRun.Cause cause) {

    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** Whether the session's end asked for it. */
    public boolean atEnd() {
        return cause == TaskRun.Cause.RELEASE;
    }

    /** Whether it may have been at work at this time. */
    public boolean covers(long time) {
        return time >= at && time <= at + LONGEST.toNanos();
    }
}
