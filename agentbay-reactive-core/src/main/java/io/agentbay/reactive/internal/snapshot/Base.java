package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An earlier snapshot, as far as a new one may rely on it: without files in objects a prune has marked. */
final class Base {

    private final @Nullable Instant settled;
    private final Map<String, FileRecord> files = new HashMap<>();

    private Base(@Nullable Instant settled) {
        this.settled = settled;
    }

    static Base none() {
        return new Base(null);
    }

    static Base of(Manifest manifest, Set<String> marked) {
        var base = new Base(manifest.settled());
        manifest.files().stream()
                .filter(file -> !isIn(marked, file))
                .forEach(file -> base.files.put(file.path(), file));
        return base;
    }

    static boolean isIn(Set<String> objects, FileRecord file) {
        return file.parts().stream()
                .anyMatch(part -> objects.contains(part.content().name()));
    }

    /** The record of a file that did not change since, as far as its size and a time that could not stay tell. */
    @Nullable
    FileRecord unchanged(StoredObject file) {
        var known = files.get(file.name());
        var time = file.modified();
        if (known == null || time == null || settled == null) {
            return null;
        }
        var same = known.size() == file.size() && time.equals(known.modified());
        return same && !time.isAfter(settled) ? known : null;
    }

    List<FileRecord> files() {
        return List.copyOf(files.values());
    }
}
