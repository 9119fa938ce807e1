package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.MergeReport.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * What a merge does about one file.
 *
 * @param resolution how the conflict is decided; null where there is none, or none decided
 */
record MergeStep(MergePath file, Action action, @Nullable Resolution resolution) {

    /** What is done. */
    enum Action {
        /** Both sides are the same. */
        NOTHING,
        /** The session's version goes to the context. */
        TO_CONTEXT,
        /** The context's version goes to the session. */
        TO_SESSION,
        DELETE_IN_CONTEXT,
        DELETE_IN_SESSION,
        /** The session's version goes to a name of its own on both sides, then the context's to the session. */
        KEEP_BOTH,
        /** A conflict that must not be decided. */
        REFUSE
    }

    /** A change on one side goes to the other; changes on both are the rule's to decide. */
    static MergeStep of(MergePath file, ConflictRule rule) {
        if (file.same()) {
            return new MergeStep(file, Action.NOTHING, null);
        }
        if (!file.contextChanged()) {
            return new MergeStep(file, fromSession(file), null);
        }
        if (!file.sessionChanged()) {
            return new MergeStep(file, fromContext(file), null);
        }
        return conflict(file, rule);
    }

    private static MergeStep conflict(MergePath file, ConflictRule rule) {
        return switch (rule) {
            case FAIL -> new MergeStep(file, Action.REFUSE, null);
            case SESSION_WINS -> new MergeStep(file, fromSession(file), Resolution.SESSION_KEPT);
            case CONTEXT_WINS -> new MergeStep(file, fromContext(file), Resolution.CONTEXT_KEPT);
            case KEEP_BOTH -> keepBoth(file);
        };
    }

    private static MergeStep keepBoth(MergePath file) {
        if (file.session() == null) {
            return new MergeStep(file, Action.TO_SESSION, Resolution.CONTEXT_KEPT);
        }
        return file.context() == null
                ? new MergeStep(file, Action.TO_CONTEXT, Resolution.SESSION_KEPT)
                : new MergeStep(file, Action.KEEP_BOTH, Resolution.BOTH_KEPT);
    }

    private static Action fromSession(MergePath file) {
        return file.session() == null ? Action.DELETE_IN_CONTEXT : Action.TO_CONTEXT;
    }

    private static Action fromContext(MergePath file) {
        return file.context() == null ? Action.DELETE_IN_SESSION : Action.TO_SESSION;
    }

    boolean deletes() {
        return action == Action.DELETE_IN_CONTEXT || action == Action.DELETE_IN_SESSION;
    }

    boolean moves() {
        return action != Action.NOTHING && action != Action.REFUSE;
    }
}
