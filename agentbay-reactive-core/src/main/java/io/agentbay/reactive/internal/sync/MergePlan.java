package io.agentbay.reactive.internal.sync;

import java.util.List;
import java.util.Map;

/**
 * What a merge does in one mount, and what it saw before.
 *
 * @param stamp of the session's writes before anything was looked at
 * @param session the session's files
 * @param listing the files the context listed
 */
record MergePlan(
        MountState state,
        long stamp,
        Map<String, SeenFile> session,
        Map<String, SeenFile> listing,
        List<MergeStep> steps) {}
