package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import io.agentbay.reactive.sync.SyncReport.Match;

/**
 * Why a round was accepted, and when its steps happened by our monotonic clock.
 *
 * @param baseline the largest start time that proves nothing
 * @param triggeredAt when the trigger was acknowledged
 * @param seenAt when a covering task was first seen
 * @param endedAt when it was first seen ended
 * @param polls answers that counted
 */
record Evidence(SyncTask task, Match match, long baseline, long triggeredAt, long seenAt, long endedAt, int polls) {}
