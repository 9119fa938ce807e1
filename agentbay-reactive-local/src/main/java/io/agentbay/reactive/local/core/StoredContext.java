package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A context and its objects in memory; changed only inside a {@link Journal} change, read by anyone. */
final class StoredContext {

    private volatile ContextRow row;
    private volatile boolean deleted;
    private final NavigableMap<String, ObjectRow> objects = new ConcurrentSkipListMap<>();
    private final Listing listing;

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
        objects.put(object.key(), object);
        listing.put(Instant.MIN.plus(Duration.ofDays(1)), object);
    }

    Optional<ObjectRow> put(Instant now, ObjectRow object) {
        listing.put(now, object);
        return Optional.ofNullable(objects.put(object.key(), object));
    }

    Optional<ObjectRow> remove(Instant now, String key) {
        listing.remove(now, key);
        return Optional.ofNullable(objects.remove(key));
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
