package io.agentbay.reactive.local.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What survives of a session: that it was, and when it ended.
 *
 * @param id its id
 * @param tenant who owns it
 * @param created when it was created
 * @param ended when it ended, null while it lives
 */
public record SessionRow(
        String id, String tenant, Instant created, @Nullable Instant ended) {}
