package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.FileChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer to what changed in a directory.
 *
 * @param number of the read, counting up; of a push, the number of the last read sent
 * @param pushed whether the session said it by itself
 * @param changes what changed since the read before
 * @param missed why the changes since then are lost; null when they are not
 */
record Look(
        long number,
        boolean pushed,
        List<FileChange> changes,
        @Nullable Throwable missed) {

    static Look read(long number, List<FileChange> changes) {
        return new Look(number, false, changes, null);
    }

    static Look lost(long number, Throwable error) {
        return new Look(number, false, List.of(), error);
    }

    /** Whether the service surely counts from here on. */
    boolean isBaseline() {
        return !pushed && missed == null;
    }
}
