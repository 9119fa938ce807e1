package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.common.Tally;
import io.agentbay.reactive.event.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What a sync is to move, as far as that is known: read off two looks, else estimated from what this client wrote, which
 * says nothing of what commands wrote.
 */
record Moving(@Nullable Figure files, @Nullable Figure bytes) {

    static final Moving UNKNOWN = new Moving(null, null);

    static Moving upload(Tallies seen, UnsavedWrites writes, String mountPath) {
        Figure files = sum(seen.files());
        Figure bytes = sum(seen.bytes());
        return new Moving(
                files == null ? estimate(writes.written(mountPath).size()) : files,
                bytes == null ? estimate(writes.bytes(mountPath)) : bytes);
    }

    private static @Nullable Figure sum(Tally seen) {
        Figure added = seen.added();
        Figure changed = seen.changed();
        return added == null || changed == null ? null : Figure.observed(added.value() + changed.value());
    }

    private static @Nullable Figure estimate(long number) {
        return number == 0 ? null : Figure.estimated(number);
    }

    Progress begun(Progress now) {
        return now.withFiles(null, files).withBytes(null, bytes);
    }

    Progress done(Progress now) {
        return now.withFiles(files, files).withBytes(bytes, bytes);
    }
}
