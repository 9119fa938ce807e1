package io.agentbay.reactive.event;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which piece of work an event belongs to.
 *
 * @param id unique (for {@link Kind#WORK}: within the process): its {@link #source()}, a dash, a number; one subscription
 *     is one operation
 * @param kind what is being done
 * @param parentId the operation it runs in, {@code null} when it stands alone
 * @param sessionId the session it concerns, {@code null} while none is known: a create names it once it is created
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

    /** Returns what tells the operations of one client from those of any other, in this process or another. */
    public String source() {
        int end = id.lastIndexOf('-');
        return end < 0 ? id : id.substring(0, end);
    }

    /** Returns the same operation with its session, once that is known. */
    public Operation withSession(@Nullable String session) {
        return new Operation(id, kind, parentId, session, contextId, path);
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
        /** A session is paused. */
        SESSION_PAUSE,
        /** A paused session is brought back. */
        SESSION_RESUME,
        /** One file is written into a session, its mount uploaded and compared. */
        PERSIST,
        /** What one session holds is brought to another. */
        HAND_OVER,
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
        PRUNE,
        /** Not work, but the stream of events itself: what a {@link OperationEvent.Gap} of several operations is of. */
        STREAM;

        /** Returns the name in lower case with dashes, as in metrics: {@code session-create}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
