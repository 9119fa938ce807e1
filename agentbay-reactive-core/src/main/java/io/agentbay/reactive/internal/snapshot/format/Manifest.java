package io.agentbay.reactive.internal.snapshot.format;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.snapshot.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole snapshot.
 *
 * @param snapshot what users see of it
 * @param settled files whose time is not later were read at a moment when any later change had to get a later time;
 *     null when none were
 * @param files by path
 */
public record Manifest(Snapshot snapshot, @Nullable Instant settled, List<FileRecord> files) {

    /** Copies the list. */
    public Manifest {
        files = List.copyOf(files);
    }

    public String id() {
        return snapshot.id();
    }

    public ContextId source() {
        return snapshot.context();
    }

    /** The objects its files stand in, each once, in the order of the files. */
    public Collection<StoredContent> contents() {
        Map<String, StoredContent> contents = new LinkedHashMap<>();
        for (var file : files) {
            for (var part : file.parts()) {
                contents.putIfAbsent(part.content().name(), part.content());
            }
        }
        return contents.values();
    }
}
