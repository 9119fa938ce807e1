package io.agentbay.reactive.internal.sync;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mount that passed the gates, and what was seen on the way.
 *
 * @param stamp of the session's writes when the call began; everything up to it is covered
 * @param session the session's files, null when they were not walked
 * @param context what the context held before, null when nobody asked for a version
 */
record Plan(
        MountState state,
        long stamp,
        @Nullable Map<String, SeenFile> session,
        @Nullable Inventory context) {

    /** For a sync of whose call nothing is known here, so that no write counts as saved by it. */
    static final long NO_STAMP = -1;

    Plan with(Inventory held) {
        return new Plan(state, stamp, session, held);
    }

    /** The paths of the session's files, as far as they are known. */
    Set<String> paths() {
        return session == null ? Set.of() : session.keySet();
    }
}
