package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.format.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Content that is stored or on its way: of small files by the file's hash, of large ones by the object's. */
final class Known {

    private final Map<String, List<Slot.Slice>> files = new HashMap<>();
    private final Map<String, Slot> objects = new HashMap<>();

    static Known of(Base base) {
        var known = new Known();
        base.files().forEach(known::add);
        return known;
    }

    private void add(FileRecord file) {
        var slices = file.parts().stream().map(Slot.Slice::of).toList();
        files.putIfAbsent(file.sha256(), slices);
        for (var slice : slices) {
            objects.putIfAbsent(slice.slot().content().contentId(), slice.slot());
        }
    }

    synchronized @Nullable List<Slot.Slice> file(String sha256) {
        return files.get(sha256);
    }

    synchronized void add(String sha256, Slot.Slice slice) {
        files.put(sha256, List.of(slice));
    }

    /** The object of this content; whoever gets the one that was made for him has to store it. */
    synchronized Slot object(String contentId, Supplier<Slot> made) {
        return objects.computeIfAbsent(contentId, id -> made.get());
    }

    /** These objects are not to be relied on. */
    synchronized void forget(Set<String> names) {
        files.values().removeIf(slices -> slices.stream().anyMatch(slice -> isIn(names, slice.slot())));
        objects.values().removeIf(slot -> isIn(names, slot));
    }

    static boolean isIn(Set<String> names, Slot slot) {
        return names.contains(slot.content().name());
    }

    /** Parts of a record, for those who hold one. */
    static boolean uses(Set<String> names, Taken taken) {
        return taken.slices().stream()
                .map(Slot.Slice::part)
                .map(Part::content)
                .anyMatch(content -> names.contains(content.name()));
    }
}
