package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to download, context to session, and how sure to be of it. Immutable: each call on it returns a new one. */
public final class DownloadRequest {

    private static final DownloadRequest ALL = new DownloadRequest(List.of(), Level.CONFIRMED, null, false, false);

    private final List<String> mountPaths;
    private final Level minimum;
    private final @Nullable Duration deadline;
    private final boolean overwritesUnsaved;
    private final boolean versioned;

    private DownloadRequest(
            List<String> mountPaths,
            Level minimum,
            @Nullable Duration deadline,
            boolean overwritesUnsaved,
            boolean versioned) {
        this.mountPaths = mountPaths;
        this.minimum = minimum;
        this.deadline = deadline;
        this.overwritesUnsaved = overwritesUnsaved;
        this.versioned = versioned;
    }

    /** Every mount that is not upload-only, at level {@code CONFIRMED}. */
    public static DownloadRequest all() {
        return ALL;
    }

    /** The mounts at these paths, at level {@code CONFIRMED}. */
    public static DownloadRequest of(String mountPath, String... more) {
        return new DownloadRequest(MountPaths.requireMountPaths(mountPath, more), Level.CONFIRMED, null, false, false);
    }

    /**
     * At least {@code LISTED}: every file the context lists is in the session with its size. Costs a walk of both.
     * Refused for archive mounts.
     */
    public DownloadRequest listed() {
        return new DownloadRequest(mountPaths, Level.LISTED, deadline, overwritesUnsaved, versioned);
    }

    /**
     * {@code VERIFIED}: the SHA-256 of every file in the session equals that of what the context hands out. Costs a
     * read of everything, on both sides. Refused for archive mounts.
     */
    public DownloadRequest verified() {
        return new DownloadRequest(mountPaths, Level.VERIFIED, deadline, overwritesUnsaved, versioned);
    }

    /** Ends the wait after this long in all, whatever moves; none by default. */
    public DownloadRequest deadline(Duration limit) {
        return new DownloadRequest(mountPaths, minimum, Limits.requirePositive(limit), overwritesUnsaved, versioned);
    }

    /** Downloads even over files written through this client and not uploaded since. */
    public DownloadRequest overwritingUnsaved() {
        return new DownloadRequest(mountPaths, minimum, deadline, true, versioned);
    }

    /**
     * Reports the {@linkplain SyncReport.MountReport#version() version} of each mount as it was before the download
     * began, so that whatever others upload meanwhile counts as a change since. Costs a walk of the context, and two
     * calls for each of its files if they are no more than 256. Refused for archive mounts, whose files are not listed.
     */
    public DownloadRequest versioned() {
        return new DownloadRequest(mountPaths, minimum, deadline, overwritesUnsaved, true);
    }

    /** The mounts asked for, empty for every one that is not upload-only. */
    public List<String> mountPaths() {
        return mountPaths;
    }

    /** The level below which it is an error. */
    public Level minimum() {
        return minimum;
    }

    /** The total limit, {@code null} for none. */
    public @Nullable Duration deadline() {
        return deadline;
    }

    /** Whether unsaved writes may be lost. */
    public boolean overwritesUnsaved() {
        return overwritesUnsaved;
    }

    /** Whether a version is asked for. */
    public boolean isVersioned() {
        return versioned;
    }
}
