package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.sync.MergeReport.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file as a merge sees it: what both sides last had in common, and what each has now.
 *
 * @param path relative to the mount
 * @param base null when it was not there, or when nothing is known of it
 * @param session null when it is not there
 * @param context null when it is not there
 */
record MergePath(
        String path,
        @Nullable Version base,
        @Nullable Version session,
        @Nullable Version context) {

    boolean same() {
        return Objects.equals(session, context);
    }

    boolean sessionChanged() {
        return !Objects.equals(session, base);
    }

    boolean contextChanged() {
        return !Objects.equals(context, base);
    }
}
