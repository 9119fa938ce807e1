package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What changed below one path of a session from one look to the next. */
public final class ChangeFeed {

    private final StoredSession session;
    private final SessionFiles files;
    private final String path;
    private Map<String, DiskEntry> seen;

    ChangeFeed(StoredSession session, SessionFiles files, String path) throws IOException {
        this.session = session;
        this.files = files;
        this.path = path;
        this.seen = snapshot();
    }

    /**
     * The changes since the last look: maps of {@code eventType}, {@code path} and {@code pathType}. A new file is created
     * and then modified. A {@link ServiceError} when the session is gone.
     */
    public synchronized List<Map<String, Object>> next() {
        try {
            Map<String, DiskEntry> now = session.use().with(this::snapshot);
            List<Map<String, Object>> changes = difference(seen, now);
            seen = now;
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, DiskEntry> snapshot() throws IOException {
        Map<String, DiskEntry> entries = new TreeMap<>();
        if (files.isDirectory(path)) {
            files.walk(path, entries::put);
        } else {
            files.stat(path).ifPresent(entry -> entries.put(path, entry));
        }
        return entries;
    }

    private static List<Map<String, Object>> difference(Map<String, DiskEntry> before, Map<String, DiskEntry> now) {
        List<Map<String, Object>> changes = new ArrayList<>();
        now.forEach((path, entry) -> {
            DiskEntry old = before.get(path);
            if (old == null) {
                changes.add(change("create", path, entry));
            }
            if (entry.isFile() && !entry.equals(old)) {
                changes.add(change("modify", path, entry));
            }
        });
        before.forEach((path, entry) -> {
            if (!now.containsKey(path)) {
                changes.add(change("delete", path, entry));
            }
        });
        return changes;
    }

    private static Map<String, Object> change(String type, String path, DiskEntry entry) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("eventType", type);
        change.put("path", path);
        change.put("pathType", entry.isDirectory() ? "directory" : "file");
        return change;
    }
}
