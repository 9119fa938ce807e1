package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Changes to the objects of contexts: committed first, visible afterwards. */
final class ObjectTable {

    private final Ground ground;
    private final Journal journal;
    private final Blobs blobs;

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

    /** Puts and deletes in one transaction. */
    List<ObjectRow> change(StoredContext context, Map<String, StagedBlob> puts, Collection<String> deletes) {
        return journal.change(() -> {
            requireOpen(context);
            puts.values().forEach(StagedBlob::settle);
            List<ObjectRow> rows = new ArrayList<>();
            puts.forEach((key, content) -> rows.add(row(context, key, content)));
            journal.commit(changes -> {
                puts.values().forEach(content -> content.addTo(changes));
                rows.forEach(changes::put);
                deletes.forEach(key -> changes.removeObject(context.id(), key));
            });
            puts.values().forEach(StagedBlob::published);
            publish(context, rows, deletes);
            return rows;
        });
    }

    private void requireOpen(StoredContext context) {
        if (context.deleted()) {
            throw ServiceError.noContext();
        }
        if (context.row().clearing() && ground.model().storage().whileClearing() == StorageModel.WhileClearing.REFUSE) {
            throw ServiceError.clearing();
        }
    }

    private ObjectRow row(StoredContext context, String key, StagedBlob content) {
        Instant now = ground.nowKept();
        Instant created = context.object(key).map(ObjectRow::created).orElse(now);
        return new ObjectRow(context.id(), key, content.hash(), content.size(), created, now);
    }

    private void publish(StoredContext context, List<ObjectRow> rows, Collection<String> deletes) {
        Instant now = ground.now();
        rows.forEach(row -> context.put(now, row).ifPresent(old -> blobs.release(old.blob())));
        deletes.forEach(key -> context.remove(now, key).ifPresent(old -> blobs.release(old.blob())));
    }

    /** After the rows of all objects were removed with their context's. */
    void publishEmpty(StoredContext context) {
        publish(context, List.of(), List.copyOf(context.objects().keySet()));
    }
}
