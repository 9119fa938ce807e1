package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.format.Part;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.util.List;

/**
 * A file that was read; its record once all its objects are stored.
 *
 * @param file as it was listed before
 * @param size bytes read, whatever was listed
 * @param sha256 of the bytes read
 * @param slices where they are stored
 */
record Taken(StoredObject file, long size, String sha256, List<Slot.Slice> slices) {

    static Taken of(StoredObject file, FileRecord known) {
        return new Taken(
                file,
                known.size(),
                known.sha256(),
                known.parts().stream().map(Slot.Slice::of).toList());
    }

    FileRecord record() {
        List<Part> parts = slices.stream().map(Slot.Slice::part).toList();
        return new FileRecord(file.name(), size, file.modified(), sha256, parts);
    }
}
