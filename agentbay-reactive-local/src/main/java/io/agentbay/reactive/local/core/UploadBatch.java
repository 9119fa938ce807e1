package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Commits what an upload found: file by file, or all together at the end, as the model says. Small files are made
 * durable and committed in groups, and shown one by one.
 */
final class UploadBatch implements AutoCloseable {

    private static final int GROUP_FILES = 64;
    private static final long GROUP_BYTES = 8L << 20;

    private final Mount mount;
    private final ObjectTable objects;
    private final BlobWriters writers;
    private final boolean together;
    private final Map<String, BlobWriter> written = new LinkedHashMap<>();
    private final Map<String, StagedBlob> puts = new LinkedHashMap<>();
    private final Set<String> deletes = new LinkedHashSet<>();
    private long bytes;
    private Moved moved = Moved.NOTHING;

    UploadBatch(Mount mount, ObjectTable objects, BlobWriters writers, TaskModel.Commits commits) {
        this.mount = mount;
        this.objects = objects;
        this.writers = writers;
        this.together = commits == TaskModel.Commits.AT_ONCE;
    }

    /** Takes a content that is written and not yet durable. */
    void put(String key, BlobWriter content) throws IOException {
        written.put(key, content);
        bytes += content.size();
        moved = moved.and(content.size());
        endGroupIfFull();
    }

    void put(String key, StagedBlob content) throws IOException {
        puts.put(key, content);
        moved = moved.and(content.size());
        endGroupIfFull();
    }

    void delete(String key) throws IOException {
        deletes.add(key);
        moved = moved.and(0);
        endGroupIfFull();
    }

    private void endGroupIfFull() throws IOException {
        if (written.size() >= GROUP_FILES || bytes >= GROUP_BYTES) {
            makeDurable();
        }
        if (!together && (puts.size() + deletes.size() >= GROUP_FILES || bytes >= GROUP_BYTES)) {
            commit();
        }
    }

    /** A group that fails is given up: its contents cannot be sealed, nor named, a second time. */
    private void makeDurable() throws IOException {
        Map<String, BlobWriter> group = new LinkedHashMap<>(written);
        written.clear();
        try {
            List<StagedBlob> durable = writers.finish(List.copyOf(group.values()));
            int next = 0;
            for (String key : group.keySet()) {
                puts.put(key, durable.get(next++));
            }
        } finally {
            group.values().forEach(BlobWriter::closeQuietly);
        }
    }

    /** Finding nothing to change is no success either, once nobody knows what the disk holds. */
    Moved finish() throws IOException {
        makeDurable();
        commit();
        writers.journal().requireWritable();
        return moved;
    }

    /** After a failure: what was found before it is in the context, unless all belongs together. */
    void finishHalf() {
        try {
            if (!together) {
                finish();
            }
        } catch (IOException | ServiceError lessThanHalf) {
            return;
        }
    }

    private void commit() {
        if (!puts.isEmpty() || !deletes.isEmpty()) {
            objects.change(mount.context(), puts, new ArrayList<>(deletes));
        }
        mount.known().addAll(puts.keySet());
        mount.known().removeAll(deletes);
        puts.clear();
        deletes.clear();
        bytes = 0;
    }

    /** Leaves nothing behind of what was not committed. */
    @Override
    public void close() {
        puts.values().forEach(StagedBlob::discard);
        written.values().forEach(BlobWriter::closeQuietly);
    }
}
