package io.agentbay.reactive.internal.sync;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mount that passed the gates, and what was seen on the way.
 *
 * @param stamp of the session's writes when the call began; everything up to it is covered
 * @param session the session's files, null when they were not walked
 * @param context the files the context listed before, null when nobody asked for a version of a download
 */
record Plan(
        MountState state,
        long stamp,
        @Nullable Map<String, SeenFile> session,
        @Nullable Map<String, SeenFile> context) {

    /** For a sync whose call is not known any more. */
    static final long NO_STAMP = -1;
}
