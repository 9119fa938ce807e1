package io.agentbay.reactive.sync;

/**
 * What {@link SyncOperations#merge} does with a file that changed on both sides in different ways: edited here and
 * there, created here and there, or edited on one side and deleted on the other.
 *
 * <p>To tell who changed a file, a merge compares both sides with their last common state: what the last {@code
 * VERIFIED} sync or merge of that mount by this client's session saw. Without one, a file that differs may have changed
 * on either side, so that only {@link #FAIL} and {@link #KEEP_BOTH} are accepted.
 */
public enum ConflictRule {
    /** Changes nothing, on neither side, and fails with a {@code SyncConflictException} naming every such path. */
    FAIL,
    /** The session's version replaces the context's; deleted in the session is deleted in the context. */
    SESSION_WINS,
    /** The context's version replaces the session's; deleted in the context is deleted in the session. */
    CONTEXT_WINS,
    /**
     * Nothing is lost: the context's version keeps the name, the session's is kept beside it as {@code
     * name.conflict-<id>.ext}, both of them on both sides. A file edited on one side and deleted on the other stays.
     */
    KEEP_BOTH
}
