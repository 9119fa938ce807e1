package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A ledger in memory: what was committed survives a {@link #crash}, and a commit can be made to fail. */
public final class MemoryLedger implements Ledger {

    private Rows committed = new Rows();
    private volatile boolean failing;
    private volatile Runnable beforeCommit = () -> {};
    private int commits;

    /** From now on every commit fails, without having happened. */
    public void fail() {
        failing = true;
    }

    /** Is run before every commit, by the thread that commits. */
    public void beforeCommit(Runnable work) {
        beforeCommit = work;
    }

    public int commits() {
        return commits;
    }

    /** What another process would find now. */
    public synchronized MemoryLedger crash() {
        MemoryLedger survivor = new MemoryLedger();
        survivor.committed = new Rows(committed);
        return survivor;
    }

    @Override
    public synchronized LedgerState load() {
        return new LedgerState(
                List.copyOf(committed.contexts.values()),
                List.copyOf(committed.objects.values()),
                List.copyOf(committed.blobs.values()),
                List.copyOf(committed.sessions.values()),
                List.copyOf(committed.recycles.values()));
    }

    @Override
    public void commit(Consumer<LedgerTransaction> changes) {
        beforeCommit.run();
        apply(changes);
    }

    private synchronized void apply(Consumer<LedgerTransaction> changes) {
        if (failing) {
            throw new LedgerException("no space left on device");
        }
        Rows next = new Rows(committed);
        changes.accept(next);
        committed = next;
        commits++;
    }

    @Override
    public void close() {}

    private static final class Rows implements LedgerTransaction {
        private final Map<String, ContextRow> contexts = new TreeMap<>();
        private final Map<String, ObjectRow> objects = new TreeMap<>();
        private final Map<String, BlobRow> blobs = new TreeMap<>();
        private final Map<String, SessionRow> sessions = new TreeMap<>();

        private final Map<String, RecycleRow> recycles = new TreeMap<>();

        Rows() {}

        Rows(Rows from) {
            contexts.putAll(from.contexts);
            objects.putAll(from.objects);
            blobs.putAll(from.blobs);
            sessions.putAll(from.sessions);
            recycles.putAll(from.recycles);
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
}
