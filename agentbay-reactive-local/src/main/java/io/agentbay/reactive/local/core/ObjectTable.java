package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** Changes to the objects of contexts: committed first, visible afterwards. */
final class ObjectTable {

    private final Ground ground;
    private final Journal journal;
    private final Blobs blobs;
    private final Queue<ObjectChange> waiting = new ConcurrentLinkedQueue<>();

    ObjectTable(Ground ground, Blobs blobs) {
        this.ground = ground;
        this.journal = ground.journal();
        this.blobs = blobs;
    }

    ObjectRow put(StoredContext context, String key, StagedBlob content) {
        return change(context, Map.of(key, content), List.of()).get(0);
    }

    void delete(StoredContext context, String key) {
        change(context, Map.of(), List.of(key));
    }

    /** Deletes all objects that are still as described when it is done. */
    void deleteIf(StoredContext context, Predicate<ObjectRow> condition) {
        journal.change(() -> {
            List<String> keys = context.objects().values().stream()
                    .filter(condition)
                    .map(ObjectRow::key)
                    .toList();
            return keys.isEmpty() || context.deleted() ? keys : change(context, Map.of(), keys);
        });
    }

    /** Puts and deletes in one transaction, which all callers share who wait for the one before it. */
    List<ObjectRow> change(StoredContext context, Map<String, StagedBlob> puts, Collection<String> deletes) {
        ObjectChange mine = new ObjectChange(context, puts, deletes);
        waiting.add(mine);
        try {
            journal.changeUnless(mine::done, this::commitWaiting);
        } finally {
            waiting.remove(mine);
        }
        return mine.rows();
    }

    private void commitWaiting() {
        List<ObjectChange> group = new ArrayList<>();
        for (ObjectChange next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
        }
        Set<String> fresh = new HashSet<>();
        Instant now = ground.nowKept();
        group.removeIf(change -> !change.prepare(ground.model().storage(), now, fresh));
        if (group.isEmpty()) {
            return;
        }
        try {
            journal.commit(changes -> group.forEach(change -> change.addTo(changes)));
        } catch (ServiceError e) {
            group.forEach(change -> change.fail(e));
            return;
        }
        group.forEach(change -> change.publish(ground.now(), blobs));
    }

    /** After the rows of all objects were removed with their context's. */
    void publishEmpty(StoredContext context) {
        Instant now = ground.now();
        for (String key : List.copyOf(context.objects().keySet())) {
            context.remove(now, key).ifPresent(old -> blobs.release(old.blob()));
        }
    }
}
