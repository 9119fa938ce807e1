package io.agentbay.reactive.internal.autosync;

/**
 * What is known of changes of one mount, without a call.
 *
 * @param changed whether anything may have changed since the last confirmed upload
 * @param changedAt when that was noted last, in the runtime's nanoseconds
 * @param ongoing whether a call runs that may be changing it
 * @param unseen whether a process that a call left behind may change it, so that watching its directory makes sense
 * @param resting whether nothing is to be synced now: the session is paused
 */
public record Activity(boolean changed, long changedAt, boolean ongoing, boolean unseen, boolean resting) {

    /**
     * Whether there may be something to upload, and it may be uploaded now.
     *
     * @param watched whether all changes are seen
     */
    boolean isDue(boolean watched) {
        return !resting && (changed || (ongoing || unseen) && !watched);
    }
}
