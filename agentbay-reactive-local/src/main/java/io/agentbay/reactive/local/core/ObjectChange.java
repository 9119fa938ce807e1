package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts and deletes of one caller, on their way through a transaction that others may share. */
final class ObjectChange {
    private final StoredContext context;
    private final Map<String, StagedBlob> puts;
    private final Collection<String> deletes;
    private final List<ObjectRow> rows = new ArrayList<>();
    private @Nullable ServiceError refusal;
    private boolean done;

    ObjectChange(StoredContext context, Map<String, StagedBlob> puts, Collection<String> deletes) {
        this.context = context;
        this.puts = puts;
        this.deletes = deletes;
    }

    /** Whether it is decided what became of it; read and written by the only writer. */
    boolean done() {
        return done;
    }

    /** The rows put, in their order; throws if the change was refused. */
    List<ObjectRow> rows() {
        if (refusal != null) {
            throw refusal;
        }
        return rows;
    }

    /** Checks it and makes its rows; false if it is refused. */
    boolean prepare(StorageModel model, Instant now, Set<String> fresh) {
        boolean refuses = model.whileClearing() == StorageModel.WhileClearing.REFUSE;
        if (context.deleted()) {
            fail(ServiceError.noContext());
        } else if (refuses && context.row().clearing()) {
            fail(ServiceError.clearing());
        } else {
            puts.values().forEach(content -> content.settle(fresh));
            puts.forEach((key, content) -> rows.add(row(key, content, now)));
        }
        return !done;
    }

    private ObjectRow row(String key, StagedBlob content, Instant now) {
        Instant created = context.object(key).map(ObjectRow::created).orElse(now);
        return new ObjectRow(context.id(), key, content.hash(), content.size(), created, now);
    }

    void addTo(LedgerTransaction changes) {
        puts.values().forEach(content -> content.addTo(changes));
        rows.forEach(changes::put);
        deletes.forEach(key -> changes.removeObject(context.id(), key));
    }

    /** Shows what is committed now. */
    void publish(Instant now, Blobs blobs) {
        puts.values().forEach(StagedBlob::published);
        rows.forEach(row -> context.put(now, row).ifPresent(old -> blobs.release(old.blob())));
        deletes.forEach(key -> context.remove(now, key).ifPresent(old -> blobs.release(old.blob())));
        done = true;
    }

    void fail(ServiceError why) {
        refusal = why;
        done = true;
    }
}
