package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.Part;
import io.agentbay.reactive.internal.snapshot.format.StoredContent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object that is or will be stored; several files may wait for the same one. */
final class Slot {

    private volatile @Nullable StoredContent content;

    void fill(StoredContent stored) {
        content = stored;
    }

    StoredContent content() {
        return Objects.requireNonNull(content, "an object that was not stored");
    }

    /** A stretch of it. */
    record Slice(Slot slot, int offset, int length) {

        Part part() {
            return new Part(slot.content(), offset, length);
        }

        static Slice of(Part part) {
            var slot = new Slot();
            slot.fill(part.content());
            return new Slice(slot, part.offset(), part.length());
        }
    }
}
