package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The objects as a listing shows them, behind the truth by the model's lag. */
final class Listing {

    private final NavigableMap<String, ObjectRow> shown = new ConcurrentSkipListMap<>();
    private final Deque<Change> hidden = new ArrayDeque<>();
    private final Duration lag;
    private @Nullable Folder latest;

    Listing(Duration lag) {
        this.lag = lag;
    }

    void put(Instant now, ObjectRow row) {
        change(now, row.key(), row);
    }

    void remove(Instant now, String key) {
        change(now, key, null);
    }

    private synchronized void change(Instant now, String key, @Nullable ObjectRow row) {
        hidden.add(new Change(now.plus(lag), key, row));
        reveal(now);
    }

    /** One folder as it is shown now; the same as before while nothing changes, so that its pages cost little. */
    synchronized Folder folder(Instant now, String parent) {
        reveal(now);
        Folder folder = latest;
        if (folder == null || !folder.parent().equals(parent)) {
            folder = Folder.of(shown, parent);
            latest = folder;
        }
        return folder;
    }

    private void reveal(Instant now) {
        for (Change next = hidden.peek(); next != null && !next.shownAt.isAfter(now); next = hidden.peek()) {
            hidden.remove();
            latest = null;
            if (next.row == null) {
                shown.remove(next.key);
            } else {
                shown.put(next.key, next.row);
            }
        }
    }

    private record Change(
            Instant shownAt, String key, @Nullable ObjectRow row) {}
}
