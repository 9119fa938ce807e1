package io.agentbay.reactive.local.core;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** All sessions that live or ended not long ago, by id and in order of creation. */
final class SessionTable {

    private final Map<String, StoredSession> byId = new ConcurrentHashMap<>();
    private final Map<String, SessionRow> ended = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Long, StoredSession>> byTenant = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();

    long nextSequence() {
        return sequence.incrementAndGet();
    }

    void add(StoredSession session) {
        byId.put(session.id(), session);
        of(session.row().tenant()).put(session.sequence(), session);
    }

    /** From now on only the fact that it was is left. */
    void end(StoredSession session) {
        ended.put(session.id(), session.row());
        byId.remove(session.id());
        of(session.row().tenant()).remove(session.sequence());
    }

    /** A session of an earlier run of the service. */
    void addEnded(SessionRow row) {
        ended.put(row.id(), row);
    }

    void forget(String id) {
        ended.remove(id);
    }

    /** Those that ended and are not forgotten. */
    Collection<SessionRow> ended() {
        return ended.values();
    }

    NavigableMap<Long, StoredSession> of(String tenant) {
        return byTenant.computeIfAbsent(tenant, t -> new ConcurrentSkipListMap<>());
    }

    Iterable<StoredSession> all() {
        return byId.values();
    }

    /** A session that is not yet gone, whoever's it is. */
    Optional<StoredSession> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<StoredSession> find(String tenant, String id) {
        return find(id).filter(session -> session.row().tenant().equals(tenant));
    }

    boolean hasEnded(String tenant, String id) {
        SessionRow row = ended.get(id);
        return row != null && row.tenant().equals(tenant);
    }

    /** A session that is not yet gone, whatever its state; another tenant's is not found. */
    StoredSession get(Fields fields) {
        return find(fields.tenant(), fields.get("SessionId")).orElseThrow(ServiceError::noSession);
    }

    /** A session that has not begun to end. */
    StoredSession alive(Fields fields) {
        StoredSession session = get(fields);
        if (!session.alive()) {
            throw ServiceError.noSession();
        }
        return session;
    }
}
