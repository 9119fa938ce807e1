package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of a ledger in memory. */
final class MemoryRows implements LedgerTransaction {

    private final Map<String, ContextRow> contexts = new TreeMap<>();
    private final Map<String, ObjectRow> objects = new TreeMap<>();
    private final Map<String, BlobRow> blobs = new TreeMap<>();
    private final Map<String, SessionRow> sessions = new TreeMap<>();
    private final Map<String, RecycleRow> recycles = new TreeMap<>();

    MemoryRows() {}

    MemoryRows(MemoryRows from) {
        contexts.putAll(from.contexts);
        objects.putAll(from.objects);
        blobs.putAll(from.blobs);
        sessions.putAll(from.sessions);
        recycles.putAll(from.recycles);
    }

    LedgerState state() {
        return new LedgerState(
                List.copyOf(contexts.values()),
                List.copyOf(objects.values()),
                List.copyOf(blobs.values()),
                List.copyOf(sessions.values()),
                List.copyOf(recycles.values()));
    }

    @Override
    public void put(ContextRow context) {
        contexts.put(context.id(), context);
    }

    @Override
    public void put(ObjectRow object) {
        objects.put(object.contextId() + " " + object.key(), object);
    }

    @Override
    public void put(BlobRow blob) {
        blobs.put(blob.hash(), blob);
    }

    @Override
    public void put(SessionRow session) {
        sessions.put(session.id(), session);
    }

    @Override
    public void put(RecycleRow rule) {
        recycles.put(rule.contextId() + " " + rule.root(), rule);
    }

    @Override
    public void removeRecycle(String contextId, String root) {
        recycles.remove(contextId + " " + root);
    }

    @Override
    public void removeRecycles(String contextId) {
        recycles.values().removeIf(rule -> rule.contextId().equals(contextId));
    }

    @Override
    public void removeContext(String id) {
        contexts.remove(id);
    }

    @Override
    public void removeObject(String contextId, String key) {
        objects.remove(contextId + " " + key);
    }

    @Override
    public void removeObjects(String contextId) {
        objects.values().removeIf(object -> object.contextId().equals(contextId));
    }

    @Override
    public void removeBlob(String hash) {
        blobs.remove(hash);
    }

    @Override
    public void removeSession(String id) {
        sessions.remove(id);
    }
}
