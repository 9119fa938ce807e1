package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.sync.Mount;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What was done to one mount: stamps of its last change and of its last confirmed upload; its owner's lock guards it. */
final class MountLog {

    private static final int REMEMBERED_PATHS = 1_000;
    private static final int REMEMBERED_CHANGES = 64;

    private final Mount mount;
    private final Map<String, Written> paths = new LinkedHashMap<>();
    private final Deque<Change> unsaved = new ArrayDeque<>();
    private long otherBytes;
    private long changedAt;
    private long changedNanos;
    private long savedAt;
    private boolean loose;
    private boolean savedByTimer;

    MountLog(Mount mount, long changedAt) {
        this.mount = mount;
        this.changedAt = changedAt;
    }

    Mount mount() {
        return mount;
    }

    boolean changed() {
        return changedAt > savedAt;
    }

    long changedNanos() {
        return changedNanos;
    }

    /** Whether it may have changed although no stamp says so. */
    boolean doubtful() {
        return loose || savedByTimer;
    }

    void loosen() {
        loose = true;
    }

    void savedByTimer(boolean now) {
        savedByTimer = now;
    }

    List<String> written() {
        return List.copyOf(paths.keySet());
    }

    /** How much was written and not saved since; of a file written twice, the last. */
    long bytes() {
        return otherBytes + paths.values().stream().mapToLong(Written::bytes).sum();
    }

    /** When the oldest change was made that is not saved; empty when there is none, or none of this client's. */
    OptionalLong unsavedSince() {
        Change oldest = unsaved.peek();
        return oldest == null ? OptionalLong.empty() : OptionalLong.of(oldest.nanos());
    }

    void changed(long at, @Nullable String path, long bytes, long now) {
        changedAt = at;
        changedNanos = now;
        if (unsaved.size() < REMEMBERED_CHANGES) {
            unsaved.add(new Change(at, now));
        }
        if (path != null && mount.contains(path)) {
            written(path, new Written(at, bytes));
        }
    }

    private void written(String path, Written what) {
        if (paths.containsKey(path) || paths.size() < REMEMBERED_PATHS) {
            paths.put(path, what);
        } else {
            otherBytes += what.bytes();
        }
    }

    /** All up to a stamp is saved; returns when the oldest of it was changed, if that is known. */
    OptionalLong saved(long upTo) {
        savedAt = Math.max(savedAt, upTo);
        savedByTimer = false;
        paths.values().removeIf(written -> written.stamp() <= upTo);
        OptionalLong first = unsavedSince();
        long last = forget(upTo);
        if (!changed()) {
            otherBytes = 0;
        } else if (unsaved.isEmpty()) {
            // Changes that were too many to remember came after the last one remembered.
            unsaved.add(new Change(changedAt, last));
        }
        return last == Long.MIN_VALUE ? OptionalLong.empty() : first;
    }

    private long forget(long upTo) {
        long last = Long.MIN_VALUE;
        while (!unsaved.isEmpty() && unsaved.element().stamp() <= upTo) {
            last = unsaved.remove().nanos();
        }
        return last;
    }

    private record Written(long stamp, long bytes) {}

    private record Change(long stamp, long nanos) {}
}
