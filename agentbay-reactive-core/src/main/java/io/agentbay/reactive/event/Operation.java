package io.agentbay.reactive.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which piece of work an event belongs to.
 *
 * @param id unique within the client (for {@link Kind#WORK}: within the process); one subscription is one operation
 * @param kind what is being done
 * @param parentId the operation it runs in, {@code null} when it stands alone
 * @param sessionId the session it concerns, {@code null} when none is known at its start
 * @param contextId the context it concerns, {@code null} when there is none or more than one
 * @param path the path it concerns, {@code null} when there is none or more than one
 */
public record Operation(
        String id,
        Kind kind,
        @Nullable String parentId,
        @Nullable String sessionId,
        @Nullable String contextId,
        @Nullable String path) {

    /** Checks that the parts every operation has are there. */
    public Operation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
    }

    /** The kinds of work. */
    public enum Kind {
        /** Any publisher watched by {@link OperationEvent#streamOf}. */
        WORK,
        /** A session is created, its mounts filled. */
        SESSION_CREATE,
        /** A context is mounted in a running session. */
        BIND,
        /** A session is saved and ended. */
        SESSION_CLOSE,
        /** One mount goes from session to context. */
        UPLOAD,
        /** One mount comes from context to session. */
        DOWNLOAD,
        /** Both sides are brought together. */
        MERGE,
        /** A timed upload of this client. */
        AUTO_SYNC,
        /** Files are copied to or from the local disk. */
        TRANSFER,
        /** A context is emptied. */
        CLEAR,
        /** A snapshot is taken. */
        SNAPSHOT,
        /** A snapshot is restored. */
        RESTORE,
        /** Content is compared by hash. */
        VERIFY,
        /** Old snapshots are removed. */
        PRUNE
    }
}
