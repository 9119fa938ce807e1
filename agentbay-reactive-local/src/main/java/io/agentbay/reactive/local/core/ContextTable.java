package io.agentbay.reactive.local.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** All contexts in memory, by id, by name and in order of creation. */
final class ContextTable {

    private final Map<String, StoredContext> byId = new ConcurrentHashMap<>();
    private final Map<Name, StoredContext> byName = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Long, StoredContext>> byTenant = new ConcurrentHashMap<>();
    private final Duration listingLag;
    private final Clock clock;
    private long lastSequence;

    ContextTable(Clock clock, Duration listingLag) {
        this.clock = clock;
        this.listingLag = listingLag;
    }

    /** Another tenant's context is not found. */
    StoredContext get(String tenant, String id) {
        return find(id).filter(context -> context.row().tenant().equals(tenant)).orElseThrow(ServiceError::noContext);
    }

    Optional<StoredContext> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<StoredContext> named(String tenant, String name) {
        return Optional.ofNullable(byName.get(new Name(tenant, name)));
    }

    /** Everything a tenant sees in a listing. */
    NavigableMap<Long, StoredContext> of(String tenant) {
        return byTenant.computeIfAbsent(tenant, t -> new ConcurrentSkipListMap<>());
    }

    Iterable<StoredContext> all() {
        return byId.values();
    }

    /** A row for a new context; inside a change. */
    ContextRow newRow(String id, String tenant, String name, boolean internal) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new ContextRow(id, tenant, name, lastSequence + 1, now, now, internal, false);
    }

    /** Shows a committed context; inside a change. */
    StoredContext add(ContextRow row) {
        StoredContext context = new StoredContext(row, listingLag);
        lastSequence = Math.max(lastSequence, row.sequence());
        byId.put(row.id(), context);
        byName.put(new Name(row.tenant(), row.name()), context);
        if (!row.internal()) {
            of(row.tenant()).put(row.sequence(), context);
        }
        return context;
    }

    /** Shows a committed new name; inside a change. */
    void rename(StoredContext context, ContextRow renamed) {
        byName.remove(nameOf(context));
        context.row(renamed);
        byName.put(nameOf(context), context);
    }

    /** Hides a context whose row is gone; inside a change. */
    void remove(StoredContext context) {
        context.delete();
        byId.remove(context.id());
        byName.remove(nameOf(context));
        of(context.row().tenant()).remove(context.row().sequence());
    }

    private static Name nameOf(StoredContext context) {
        return new Name(context.row().tenant(), context.row().name());
    }

    private record Name(String tenant, String name) {}
}
