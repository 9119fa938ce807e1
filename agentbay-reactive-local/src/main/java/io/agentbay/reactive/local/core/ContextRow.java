package io.agentbay.reactive.local.core;

import java.time.Instant;

/**
 * A context as it is kept.
 *
 * @param id unique over all tenants
 * @param tenant who owns it
 * @param name unique in its tenant
 * @param sequence order of creation
 * @param created when it was created
 * @param lastUsed when a session mounted it last, or when it was created
 * @param internal whether it belongs to the service (file transfer) and is not listed
 * @param clearing whether a clear was accepted and has not ended
 */
public record ContextRow(
        String id,
        String tenant,
        String name,
        long sequence,
        Instant created,
        Instant lastUsed,
        boolean internal,
        boolean clearing) {

    ContextRow named(String newName) {
        return new ContextRow(id, tenant, newName, sequence, created, lastUsed, internal, clearing);
    }

    ContextRow usedAt(Instant now) {
        return new ContextRow(id, tenant, name, sequence, created, now, internal, clearing);
    }

    ContextRow clearing(boolean now) {
        return new ContextRow(id, tenant, name, sequence, created, lastUsed, internal, now);
    }
}
