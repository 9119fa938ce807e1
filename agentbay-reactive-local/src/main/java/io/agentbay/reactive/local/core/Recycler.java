package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Deletes stored files whose life is over, as the latest policy of their mount said, on the service's clock. */
final class Recycler {
    private final Ground ground;
    private final ContextTable contexts;
    private final ObjectTable objects;
    private final MountModel model;
    private final Map<String, RecycleRow> rules = new ConcurrentHashMap<>();
    private boolean planned;

    Recycler(Ground ground, ContextTable contexts, ObjectTable objects) {
        this.ground = ground;
        this.contexts = contexts;
        this.objects = objects;
        this.model = ground.model().mounts();
    }

    /** At the start: what became due meanwhile vanishes now. */
    void restore(List<RecycleRow> rows) {
        rows.forEach(row -> rules.put(name(row.contextId(), row.root()), row));
        plan(Duration.ZERO);
    }

    /** Writes the rules of new mounts, in a transaction of their session. */
    void adopt(Collection<Mount> mounts, LedgerTransaction changes) {
        for (RecycleRow rule : rules(mounts)) {
            if (rule.days() > 0) {
                changes.put(rule);
            } else if (rules.containsKey(name(rule.contextId(), rule.root()))) {
                changes.removeRecycle(rule.contextId(), rule.root());
            }
        }
    }

    /** After that transaction: from now on these rules are followed. */
    void adopted(Collection<Mount> mounts) {
        for (RecycleRow rule : rules(mounts)) {
            String name = name(rule.contextId(), rule.root());
            if (rule.days() > 0) {
                rules.put(name, rule);
            } else {
                rules.remove(name);
            }
        }
        plan(model.recycleEvery());
    }

    /** One for each mount; no days mean none. */
    private List<RecycleRow> rules(Collection<Mount> mounts) {
        List<RecycleRow> wanted = new ArrayList<>();
        for (Mount mount : mounts) {
            if (!mount.internal() && !mount.context().deleted()) {
                MountPolicy.Recycling policy = mount.policy().recycling();
                String root = mount.keyRoot(ground.model().storage());
                wanted.add(new RecycleRow(mount.context().id(), root, policy.days(), policy.paths()));
            }
        }
        return wanted;
    }

    /** After the transaction that removed the context with its rules. */
    void forget(StoredContext context) {
        rules.values().removeIf(row -> row.contextId().equals(context.id()));
    }

    private static String name(String contextId, String root) {
        return contextId + " " + root;
    }

    private synchronized void plan(Duration wait) {
        if (!planned && !rules.isEmpty()) {
            planned = true;
            ground.planIn(wait, this::sweep);
        }
    }

    private synchronized void unplan() {
        planned = false;
    }

    private void sweep() {
        unplan();
        try {
            rules.values().forEach(this::sweep);
        } finally {
            plan(model.recycleEvery());
        }
    }

    private void sweep(RecycleRow rule) {
        Instant limit = ground.now().minus(Duration.ofDays(rule.days()));
        contexts.find(rule.contextId())
                .ifPresent(context ->
                        objects.deleteIf(context, object -> rule.covers(object.key()) && over(object, limit)));
    }

    private boolean over(ObjectRow object, Instant limit) {
        boolean first = model.recycleCounts() == MountModel.RecycleCounts.FIRST_PUT;
        return !(first ? object.created() : object.modified()).isAfter(limit);
    }
}
