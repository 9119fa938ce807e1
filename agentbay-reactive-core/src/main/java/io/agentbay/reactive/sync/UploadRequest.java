package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to upload, session to context, and how sure to be of it. Immutable: each call on it returns a new one. */
public final class UploadRequest {

    private static final UploadRequest ALL = new UploadRequest(List.of(), Level.CONFIRMED, null, false, false);

    private final List<String> mountPaths;
    private final Level minimum;
    private final @Nullable Duration deadline;
    private final boolean allowsIncompleteMount;
    private final boolean allowsMassDeletion;

    private UploadRequest(
            List<String> mountPaths,
            Level minimum,
            @Nullable Duration deadline,
            boolean allowsIncompleteMount,
            boolean allowsMassDeletion) {
        this.mountPaths = mountPaths;
        this.minimum = minimum;
        this.deadline = deadline;
        this.allowsIncompleteMount = allowsIncompleteMount;
        this.allowsMassDeletion = allowsMassDeletion;
    }

    /** Every mount that is not read-only, at level {@code CONFIRMED}. */
    public static UploadRequest all() {
        return ALL;
    }

    /** The mounts at these paths, at level {@code CONFIRMED}. */
    public static UploadRequest of(String mountPath, String... more) {
        return new UploadRequest(MountPaths.requireMountPaths(mountPath, more), Level.CONFIRMED, null, false, false);
    }

    /**
     * At least {@code LISTED}: every file of the session is listed with its size. Costs a walk of the session and of
     * the context. Refused for archive mounts.
     */
    public UploadRequest listed() {
        return with(Level.LISTED);
    }

    /**
     * {@code VERIFIED}: the SHA-256 of every file in the session equals that of what the context hands out. Costs a
     * read of everything, on both sides. Refused for archive mounts.
     */
    public UploadRequest verified() {
        return with(Level.VERIFIED);
    }

    /** Ends the wait after this long in all, whatever moves; none by default. */
    public UploadRequest deadline(Duration limit) {
        return new UploadRequest(
                mountPaths, minimum, Limits.requirePositive(limit), allowsIncompleteMount, allowsMassDeletion);
    }

    /**
     * Uploads a mount that propagates deletions even though its last download is not confirmed complete. What had not
     * arrived yet may be deleted from the context.
     */
    public UploadRequest allowingIncompleteMount() {
        return new UploadRequest(mountPaths, minimum, deadline, true, allowsMassDeletion);
    }

    /** Uploads even where that would remove more than half of the files the context held. */
    public UploadRequest allowingMassDeletion() {
        return new UploadRequest(mountPaths, minimum, deadline, allowsIncompleteMount, true);
    }

    /** The mounts asked for, empty for every one that is not read-only. */
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

    /** Whether an incomplete download is accepted. */
    public boolean allowsIncompleteMount() {
        return allowsIncompleteMount;
    }

    /** Whether the removal of most files is accepted. */
    public boolean allowsMassDeletion() {
        return allowsMassDeletion;
    }

    private UploadRequest with(Level level) {
        return new UploadRequest(mountPaths, level, deadline, allowsIncompleteMount, allowsMassDeletion);
    }
}
