package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a sync, whichever way it goes.
 *
 * @param mountPaths empty for all
 * @param minimum the level below which it is an error
 * @param deadline total; null for none
 * @param allowsIncompleteMount whether an upload may follow a download that is not confirmed complete
 * @param allowsMassDeletion whether an upload may remove most of what the context holds
 * @param looksForDeletions whether to walk the session for their sake alone
 * @param overwritesUnsaved whether a download may overwrite what was written here
 * @param versioned whether a version was asked for: a download looks at the context first, to name the one it began with
 * @param unchangedSince an upload is refused if the context changed since; null for none
 * @param file the one file whose content is compared, relative to its mount; null for all
 */
record SyncJob(
        Direction direction,
        List<String> mountPaths,
        Level minimum,
        @Nullable Duration deadline,
        boolean allowsIncompleteMount,
        boolean allowsMassDeletion,
        boolean looksForDeletions,
        boolean overwritesUnsaved,
        boolean versioned,
        @Nullable SyncReport unchangedSince,
        @Nullable String file) {

    static SyncJob of(UploadRequest request) {
        return new SyncJob(
                Direction.UPLOAD,
                request.mountPaths(),
                request.minimum(),
                request.deadline(),
                request.allowsIncompleteMount(),
                request.allowsMassDeletion(),
                false,
                false,
                request.isVersioned(),
                request.unchangedSince(),
                null);
    }

    static SyncJob of(DownloadRequest request) {
        return new SyncJob(
                Direction.DOWNLOAD,
                request.mountPaths(),
                request.minimum(),
                request.deadline(),
                false,
                false,
                false,
                request.overwritesUnsaved(),
                request.isVersioned(),
                null,
                null);
    }

    static SyncJob atClose() {
        return new SyncJob(
                Direction.UPLOAD, List.of(), Level.CONFIRMED, null, false, false, true, false, false, null, null);
    }

    /** An upload of a mount that is to bring this file, whatever becomes of its others. */
    static SyncJob persisting(String mountPath, String file) {
        return new SyncJob(
                Direction.UPLOAD,
                List.of(mountPath),
                Level.VERIFIED,
                null,
                false,
                false,
                false,
                false,
                false,
                null,
                file);
    }

    boolean upload() {
        return direction == Direction.UPLOAD;
    }

    boolean atLeast(Level level) {
        return minimum.compareTo(level) >= 0;
    }

    /** Whether what it claims is about all files of a mount, so that both sides have to be listed. */
    boolean lists() {
        return file == null && atLeast(Level.LISTED);
    }

    /** What a ticket asks for: the same level, and no more than waiting. */
    static SyncJob of(Ticket ticket) {
        return new SyncJob(
                ticket.direction(),
                List.of(),
                ticket.minimum(),
                null,
                false,
                false,
                false,
                false,
                false,
                null,
                ticket.file());
    }
}
