package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A context and its objects in memory; changed only inside a {@link Journal} change, read by anyone. */
final class StoredContext {

    private volatile ContextRow row;
    private volatile boolean deleted;
    private final NavigableMap<String, ObjectRow> objects = new ConcurrentSkipListMap<>();
    private final Listing listing;
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    StoredContext(ContextRow row, Duration listingLag) {
        this.row = row;
        this.listing = new Listing(listingLag);
    }

    ContextRow row() {
        return row;
    }

    String id() {
        return row.id();
    }

    void row(ContextRow changed) {
        row = changed;
    }

    boolean deleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
    }

    Optional<ObjectRow> object(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    NavigableMap<String, ObjectRow> objects() {
        return objects;
    }

    Folder folder(Instant now, String parent) {
        return listing.folder(now, parent);
    }

    /** At the start of the service: an object everybody has known for long. */
    void restore(ObjectRow object) {
        count(object, objects.put(object.key(), object));
        listing.put(Instant.MIN.plus(Duration.ofDays(1)), object);
    }

    Optional<ObjectRow> put(Instant now, ObjectRow object) {
        listing.put(now, object);
        ObjectRow old = objects.put(object.key(), object);
        count(object, old);
        return Optional.ofNullable(old);
    }

    Optional<ObjectRow> remove(Instant now, String key) {
        listing.remove(now, key);
        ObjectRow old = objects.remove(key);
        count(null, old);
        return Optional.ofNullable(old);
    }

    /** How many objects there are, without counting them. */
    long files() {
        return files.get();
    }

    /** How long all objects are together. */
    long bytes() {
        return bytes.get();
    }

    private void count(@Nullable ObjectRow now, @Nullable ObjectRow before) {
        files.addAndGet((now == null ? 0 : 1) - (before == null ? 0 : 1));
        bytes.addAndGet((now == null ? 0 : now.size()) - (before == null ? 0 : before.size()));
    }

    /** The objects at this key and below it. */
    List<ObjectRow> under(String key) {
        String folder = key.endsWith("/") ? key : key + "/";
        NavigableMap<String, ObjectRow> below = objects.subMap(folder, true, folder + Character.MAX_VALUE, false);
        var found = new ArrayList<>(below.values());
        object(key).ifPresent(found::add);
        return found;
    }
}
