package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;

/** Inside only: a covering task failed. */
final class RoundFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RoundFailed(SyncTask task) {
        super(reason(task), null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    private static String reason(SyncTask task) {
        return task.errorMessage().isEmpty() ? "the service gave no reason" : task.errorMessage();
    }
}
