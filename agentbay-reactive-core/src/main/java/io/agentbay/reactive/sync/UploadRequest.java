package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to upload, session to context, and how sure to be of it. Immutable: each call on it returns a new one. */
public final class UploadRequest {

    private static final UploadRequest ALL = new UploadRequest(new UploadDraft());

    private final List<String> mountPaths;
    private final Level minimum;
    private final @Nullable Duration deadline;
    private final boolean allowsIncompleteMount;
    private final boolean allowsMassDeletion;
    private final boolean versioned;
    private final @Nullable SyncReport unchangedSince;

    private UploadRequest(UploadDraft draft) {
        this.mountPaths = draft.mountPaths;
        this.minimum = draft.minimum;
        this.deadline = draft.deadline;
        this.allowsIncompleteMount = draft.allowsIncompleteMount;
        this.allowsMassDeletion = draft.allowsMassDeletion;
        this.versioned = draft.versioned;
        this.unchangedSince = draft.unchangedSince;
    }

    /** Every mount that is not read-only, at level {@code CONFIRMED}. */
    public static UploadRequest all() {
        return ALL;
    }

    /** The mounts at these paths, at level {@code CONFIRMED}. */
    public static UploadRequest of(String mountPath, String... more) {
        List<String> paths = MountPaths.requireMountPaths(mountPath, more);
        return ALL.with(draft -> draft.mountPaths = paths);
    }

    /**
     * At least {@code LISTED}: every file of the session is listed with its size. Costs a walk of the session and of
     * the context. Refused for archive mounts.
     */
    public UploadRequest listed() {
        return with(draft -> draft.minimum = Level.LISTED);
    }

    /**
     * {@code VERIFIED}: the SHA-256 of every file in the session equals that of what the context hands out. Costs a
     * read of everything, on both sides. Refused for archive mounts.
     */
    public UploadRequest verified() {
        return with(draft -> draft.minimum = Level.VERIFIED);
    }

    /** Ends the wait after this long in all, whatever moves; none by default. */
    public UploadRequest deadline(Duration limit) {
        Duration checked = Limits.requirePositive(limit);
        return with(draft -> draft.deadline = checked);
    }

    /**
     * Uploads a mount that propagates deletions even though its last download is not confirmed complete. What had not
     * arrived yet may be deleted from the context.
     */
    public UploadRequest allowingIncompleteMount() {
        return with(draft -> draft.allowsIncompleteMount = true);
    }

    /** Uploads even where that would remove more than half of the files the context held. */
    public UploadRequest allowingMassDeletion() {
        return with(draft -> draft.allowsMassDeletion = true);
    }

    /**
     * Reports the {@linkplain SyncReport.MountReport#version() version} of each mount, and for its sake reaches at
     * least {@code LISTED}. Up to 256 files are asked for one by one for it, at two calls each.
     */
    public UploadRequest versioned() {
        return with(draft -> draft.versioned = true);
    }

    /**
     * Uploads only what nobody else changed in the context since an earlier sync, whichever session made its report:
     * otherwise nothing is uploaded, and it fails with a {@code SyncConflictException} naming what changed. Both
     * versions stay, the other's in the context and this one in the session; bring them together with {@link
     * SyncOperations#merge}, or download {@code overwritingUnsaved()}.
     *
     * <p>Compares what the context holds now with the version in the report. So this session's own later uploads count
     * as a change too: pass the last report. Costs a walk of both sides, reaches at least {@code LISTED}, and reports a
     * version of its own to go on with. Every mount asked for must have a version in the report, or it is an {@code
     * InvalidRequestException}. Refused for archive mounts, whose files are not listed.
     *
     * <p>Up to 256 files are asked for one by one, at two calls each, and compared by the store's version of each: from
     * the moment another upload is confirmed, its change is seen. More are compared as they are listed, by name, size and
     * time to the second: then a change of another is surely seen once it is listed, and not at all where neither size
     * nor second differ.
     *
     * <p>It is advisory: there is no compare-and-set, so of two uploads that overlap (the second looks before the first
     * is confirmed) the later wins unseen.
     *
     * @throws IllegalArgumentException if no mount of the report has a version
     */
    public UploadRequest ifUnchangedSince(SyncReport earlier) {
        if (earlier.mounts().stream().allMatch(mount -> mount.version() == null)) {
            throw new IllegalArgumentException("The earlier report has no version to compare with; ask for one there,"
                    + " with versioned() or verified()");
        }
        return with(draft -> draft.unchangedSince = earlier);
    }

    /** The mounts asked for, empty for every one that is not read-only. */
    public List<String> mountPaths() {
        return mountPaths;
    }

    /** The level below which it is an error. */
    public Level minimum() {
        return isVersioned() && minimum == Level.CONFIRMED ? Level.LISTED : minimum;
    }

    /** Whether a version is asked for. */
    public boolean isVersioned() {
        return versioned || unchangedSince != null;
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

    /** The sync since which nobody else may have changed the context, {@code null} for none. */
    public @Nullable SyncReport unchangedSince() {
        return unchangedSince;
    }

    private UploadRequest with(Consumer<UploadDraft> change) {
        UploadDraft draft = new UploadDraft(this);
        change.accept(draft);
        return new UploadRequest(draft);
    }

    /** A request being changed. */
    private static final class UploadDraft {

        private List<String> mountPaths = List.of();
        private Level minimum = Level.CONFIRMED;
        private @Nullable Duration deadline;
        private boolean allowsIncompleteMount;
        private boolean allowsMassDeletion;
        private boolean versioned;
        private @Nullable SyncReport unchangedSince;

        private UploadDraft() {}

        private UploadDraft(UploadRequest from) {
            mountPaths = from.mountPaths;
            minimum = from.minimum;
            deadline = from.deadline;
            allowsIncompleteMount = from.allowsIncompleteMount;
            allowsMassDeletion = from.allowsMassDeletion;
            versioned = from.versioned;
            unchangedSince = from.unchangedSince;
        }
    }
}
