package io.agentbay.reactive.local.core;

/**
 * A sync task about to be accepted.
 *
 * @param sessionId its session
 * @param contextId its context
 * @param mountPath where the context is mounted
 * @param path what the caller asked to sync: the mount path, or something below it
 * @param direction up to the store or down into the session
 * @param cause who asked for it
 */
public record TaskRun(
        String sessionId, String contextId, String mountPath, String path, Direction direction, Cause cause) {

    /** Where the bytes go. */
    public enum Direction {
        /** From the session into the store. */
        UPLOAD("upload"),
        /** From the store into the session. */
        DOWNLOAD("download");

        private final String word;

        Direction(String word) {
            this.word = word;
        }

        /** The word of the protocol. */
        public String word() {
            return word;
        }
    }

    /** Who asked for a task. */
    public enum Cause {
        /** The session's start or a bind. */
        MOUNT,
        /** A SyncContext call. */
        CALL,
        /** The session's end. */
        RELEASE
    }
}
