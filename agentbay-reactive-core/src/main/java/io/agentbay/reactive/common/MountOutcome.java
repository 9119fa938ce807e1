package io.agentbay.reactive.common;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one mount in a sync, and on which evidence.
 *
 * @param context the context mounted
 * @param path where it is mounted in the session
 * @param state what is known about the mount
 * @param level the evidence reached; null when none was
 * @param reason why it failed or could not be confirmed, in the service's words where there are any; otherwise null
 */
public record MountOutcome(
        ContextId context,
        String path,
        State state,
        @Nullable Level level,
        @Nullable String reason) implements Serializable {

    /** What is known about a mount after a sync. */
    public enum State {
        /** The sync covered everything written before it began. */
        SYNCED,
        /** There was nothing to sync. */
        UNCHANGED,
        /** The service said no. */
        FAILED,
        /** Nobody knows: it may have been synced or not. */
        UNCONFIRMED
    }

    /** The evidence for a state; each level includes those before it. */
    public enum Level {
        /** The service reported that a task which covers the call succeeded. */
        CONFIRMED,
        /** Also, every expected file is listed with its size. */
        LISTED,
        /** Also, content was compared by hash. */
        VERIFIED
    }

    /** Creates an outcome. */
    public MountOutcome {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(state, "state");
    }

    /** Returns whether the state is {@link State#SYNCED} or {@link State#UNCHANGED}. */
    public boolean saved() {
        return state == State.SYNCED || state == State.UNCHANGED;
    }
}
