package io.agentbay.reactive.local.core;

import java.util.Optional;
import java.util.Set;

/** Creates, renames, clears and deletes contexts; each is durable when its method returns. */
final class ContextLife {

    private final Ground ground;
    private final Journal journal;
    private final ContextTable contexts;
    private final ObjectTable objects;

    ContextLife(Ground ground, ContextTable contexts, ObjectTable objects) {
        this.ground = ground;
        this.journal = ground.journal();
        this.contexts = contexts;
        this.objects = objects;
    }

    StoredContext getOrCreate(String tenant, String name) {
        Optional<StoredContext> found = contexts.named(tenant, name);
        return found.orElseGet(() ->
                journal.change(() -> contexts.named(tenant, name).orElseGet(() -> create(tenant, name, false))));
    }

    StoredContext createInternal(String tenant, String name) {
        return journal.change(() -> create(tenant, name, true));
    }

    private StoredContext create(String tenant, String name, boolean internal) {
        ContextRow row = contexts.newRow(ground.ids().next("SdkCtx-"), tenant, name, internal);
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

    /** Notes the use of contexts in a transaction of a session's start. */
    void used(Set<StoredContext> used, LedgerTransaction changes) {
        for (StoredContext context : used) {
            if (!context.deleted()) {
                ContextRow row = context.row().usedAt(ground.nowKept());
                changes.put(row);
                context.row(row);
            }
        }
    }

    /** Accepts a clear; {@link #finishClear} does it. */
    void startClear(StoredContext context) {
        journal.change(() -> {
            requireAlive(context);
            return change(context, context.row().clearing(true));
        });
    }

    void finishClear(StoredContext context) {
        journal.change(() -> {
            if (context.deleted()) {
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
                changes.removeContext(context.id());
            });
            contexts.remove(context);
            objects.publishEmpty(context);
            return context;
        });
    }
}
