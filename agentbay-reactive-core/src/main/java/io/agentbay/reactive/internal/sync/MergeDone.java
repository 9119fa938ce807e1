package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.sync.MergeReport.Version;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param copy where the session's version was kept, relative to the mount; null unless both were kept
 */
record MergeDone(MergeStep step, @Nullable String copy) {

    /** What both sides hold now, by path; null for nothing. */
    Map<String, @Nullable Version> outcome() {
        Map<String, @Nullable Version> now = new HashMap<>();
        MergePath file = step.file();
        now.put(file.path(), fromSession() ? file.session() : file.context());
        if (copy != null) {
            now.put(copy, file.session());
        }
        return now;
    }

    private boolean fromSession() {
        return step.action() == MergeStep.Action.TO_CONTEXT || step.action() == MergeStep.Action.DELETE_IN_CONTEXT;
    }
}
