package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each watched directory of a session held when it was asked about last: asking consumes the changes. */
final class FileWatches {

    private final Map<String, Map<String, DiskEntry>> seen = new LinkedHashMap<>();

    /** The changes since the last call for this path; none at the first. */
    synchronized List<Map<String, Object>> changes(SessionFiles files, String path) throws IOException {
        Map<String, DiskEntry> now = snapshot(files, path);
        Map<String, DiskEntry> before = seen.put(path, now);
        return before == null ? List.of() : difference(before, now);
    }

    private static Map<String, DiskEntry> snapshot(SessionFiles files, String path) throws IOException {
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
        return Map.of("eventType", type, "path", path, "pathType", entry.isDirectory() ? "directory" : "file");
    }
}
