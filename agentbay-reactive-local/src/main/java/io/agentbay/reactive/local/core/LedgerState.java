package io.agentbay.reactive.local.core;

import java.util.List;

/**
 * All committed rows.
 *
 * @param contexts the contexts
 * @param objects the files of all contexts
 * @param blobs the contents files refer to
 * @param sessions sessions that live or ended not long ago
 * @param recycles when files vanish
 */
public record LedgerState(
        List<ContextRow> contexts,
        List<ObjectRow> objects,
        List<BlobRow> blobs,
        List<SessionRow> sessions,
        List<RecycleRow> recycles) {}
