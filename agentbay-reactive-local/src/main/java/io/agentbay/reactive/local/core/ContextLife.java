package io.agentbay.reactive.local.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates, renames, clears and deletes contexts; each is durable when its method returns. */
final class ContextLife {

    /** How ids of contexts begin. */
    static final String ID = "SdkCtx-";

    private final Ground ground;
    private final Journal journal;
    private final ContextTable contexts;
    private final ObjectTable objects;
    private final Recycler recycler;

    ContextLife(Ground ground, ContextTable contexts, ObjectTable objects, Recycler recycler) {
        this.ground = ground;
        this.journal = ground.journal();
        this.contexts = contexts;
        this.objects = objects;
        this.recycler = recycler;
    }

    StoredContext getOrCreate(String tenant, String name) {
        Optional<StoredContext> found = contexts.named(tenant, name);
        return found.orElseGet(() ->
                journal.change(() -> contexts.named(tenant, name).orElseGet(() -> create(tenant, name))));
    }

    StoredContext createInternal(String tenant, StoredSession.Transfer transfer) {
        return journal.change(() -> create(contexts.newRow(transfer.id(), tenant, transfer.name(), true)));
    }

    private StoredContext create(String tenant, String name) {
        return create(contexts.newRow(ground.ids().next(ID), tenant, name, false));
    }

    private StoredContext create(ContextRow row) {
        journal.commit(changes -> changes.put(row));
        return contexts.add(row);
    }

    void rename(StoredContext context, String name) {
        journal.change(() -> {
            requireAlive(context);
            requireFree(context, name);
            ContextRow renamed = context.row().named(name);
            journal.commit(changes -> changes.put(renamed));
            contexts.rename(context, renamed);
            return renamed;
        });
    }

    private void requireFree(StoredContext context, String name) {
        boolean taken = contexts.named(context.row().tenant(), name)
                .filter(other -> other != context)
                .isPresent();
        if (taken) {
            throw new ServiceError(400, "InvalidContext.AlreadyExist", "A context named " + name + " exists.");
        }
    }

    private static void requireAlive(StoredContext context) {
        if (context.deleted()) {
            throw ServiceError.noContext();
        }
    }

    /** Notes the use of contexts in a transaction of a session's start or bind. */
    void used(List<Mount> mounts, LedgerTransaction changes) {
        recycler.adopt(mounts, changes);
        usedRows(mounts).values().forEach(changes::put);
    }

    /** After that transaction. */
    void showUsed(List<Mount> mounts) {
        recycler.adopted(mounts);
        usedRows(mounts).forEach(StoredContext::row);
    }

    private Map<StoredContext, ContextRow> usedRows(List<Mount> mounts) {
        Map<StoredContext, ContextRow> rows = new LinkedHashMap<>();
        for (Mount mount : mounts) {
            if (!mount.context().deleted()) {
                rows.put(mount.context(), mount.context().row().usedAt(ground.nowKept()));
            }
        }
        return rows;
    }

    /** Accepts a clear, which {@link #finishClear} does; false if one is under way, which then stands for both. */
    boolean startClear(StoredContext context) {
        return journal.change(() -> {
            requireAlive(context);
            if (context.row().clearing()) {
                return false;
            }
            change(context, context.row().clearing(true));
            return true;
        });
    }

    /** Ends a clear that went wrong: nothing is gone. */
    void abandonClear(StoredContext context) {
        journal.change(() -> change(context, context.row().clearing(false)));
    }

    /** Empties the context and makes it available, unless it was deleted meanwhile. */
    void finishClear(StoredContext context) {
        journal.change(() -> {
            if (context.deleted() || !context.row().clearing()) {
                return context;
            }
            ContextRow cleared = context.row().clearing(false);
            journal.commit(changes -> {
                changes.removeObjects(context.id());
                changes.put(cleared);
            });
            objects.publishEmpty(context);
            context.row(cleared);
            return context;
        });
    }

    private StoredContext change(StoredContext context, ContextRow changed) {
        if (!context.deleted()) {
            journal.commit(changes -> changes.put(changed));
            context.row(changed);
        }
        return context;
    }

    void delete(StoredContext context) {
        journal.change(() -> {
            requireAlive(context);
            journal.commit(changes -> {
                changes.removeObjects(context.id());
                changes.removeRecycles(context.id());
                changes.removeContext(context.id());
            });
            recycler.forget(context);
            contexts.remove(context);
            objects.publishEmpty(context);
            return context;
        });
    }
}
