package io.agentbay.reactive.local.simulation.fault;

import io.agentbay.reactive.local.core.TaskRun;

/** An upload task the service accepted. */
public record UploadSeen(String session, String context, long at, TaskRun.Cause cause) {

    /** Whether the session's end asked for it. */
    public boolean atEnd() {
        return cause == TaskRun.Cause.RELEASE;
    }
}
