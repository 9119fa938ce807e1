package io.agentbay.reactive.local.core;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commits what an upload found: file by file, or all together at the end, as the model says. */
final class UploadBatch implements AutoCloseable {

    private final Mount mount;
    private final ObjectTable objects;
    private final boolean together;
    private final Map<String, StagedBlob> puts = new LinkedHashMap<>();
    private final Set<String> deletes = new LinkedHashSet<>();
    private Moved moved = Moved.NOTHING;

    UploadBatch(Mount mount, ObjectTable objects, TaskModel.Commits commits) {
        this.mount = mount;
        this.objects = objects;
        this.together = commits == TaskModel.Commits.AT_ONCE;
    }

    void put(String key, StagedBlob content) {
        puts.put(key, content);
        moved = moved.and(content.size());
        if (!together) {
            commit();
        }
    }

    void delete(String key) {
        deletes.add(key);
        moved = moved.and(0);
        if (!together) {
            commit();
        }
    }

    Moved finish() {
        if (!puts.isEmpty() || !deletes.isEmpty()) {
            commit();
        }
        return moved;
    }

    private void commit() {
        objects.change(mount.context(), puts, List.copyOf(deletes));
        mount.known().addAll(puts.keySet());
        mount.known().removeAll(deletes);
        puts.clear();
        deletes.clear();
    }

    /** Leaves nothing behind of what was not committed. */
    @Override
    public void close() {
        puts.values().forEach(StagedBlob::discard);
    }
}
