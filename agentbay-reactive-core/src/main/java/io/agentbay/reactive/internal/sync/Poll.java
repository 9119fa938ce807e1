package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answered poll of a session's task list.
 *
 * @param number counts up from 1 per session, given when the poll was sent
 * @param sentNanos when it was sent, monotonic; what happened since then it may not tell
 * @param receivedNanos when the answer was there, monotonic
 * @param tasks what the service lists; empty when the poll failed
 * @param error why it failed; null when it did not
 */
record Poll(
        long number,
        long sentNanos,
        long receivedNanos,
        List<SyncTask> tasks,
        @Nullable Throwable error) {}
