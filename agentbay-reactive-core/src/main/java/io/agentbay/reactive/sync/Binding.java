package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.ContextId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context mounted in a running session, as the service lists it.
 *
 * @param context the mounted context
 * @param contextName its name, empty when the service does not say
 * @param path where it is mounted
 * @param policy how it is kept in step; what this client cannot read of it is the service's default
 * @param boundAt since when by the service's clock, {@code null} when it does not say
 */
public record Binding(
        ContextId context,
        String contextName,
        String path,
        SyncPolicy policy,
        @Nullable Instant boundAt) {

    /** Checks that all is there. */
    public Binding {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(contextName, "contextName");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(policy, "policy");
    }
}
