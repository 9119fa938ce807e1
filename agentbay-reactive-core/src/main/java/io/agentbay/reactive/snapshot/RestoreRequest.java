package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.ContextRef;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to restore, and where to. Immutable: each call on it returns a new one. */
public final class RestoreRequest {

    private final Snapshot snapshot;
    private final @Nullable ContextId context;
    private final @Nullable Path directory;
    private final String subPath;
    private final boolean deletesExtras;

    private RestoreRequest(
            Snapshot snapshot,
            @Nullable ContextId context,
            @Nullable Path directory,
            String subPath,
            boolean deletesExtras) {
        this.snapshot = Objects.requireNonNull(snapshot, "snapshot");
        this.context = context;
        this.directory = directory;
        this.subPath = subPath;
        this.deletesExtras = deletesExtras;
    }

    /** Back into the context it was made of. */
    public static RestoreRequest inPlace(Snapshot snapshot) {
        return into(snapshot, snapshot.context());
    }

    /** Into this context, each file at the path it had. */
    public static RestoreRequest into(Snapshot snapshot, ContextRef context) {
        return new RestoreRequest(snapshot, context.id(), null, "/", false);
    }

    /**
     * Into a directory of this machine, created when missing, each file at the path it had, below the directory.
     *
     * <p>What it overwrites there, and with {@link #deletingExtras()} deletes, is in no safety snapshot: a snapshot is of
     * a context. {@link SnapshotOperations#planRestore} names those files before anything is touched; restore into a new
     * directory where they are still needed. Each file is replaced at once, never half.
     */
    public static RestoreRequest into(Snapshot snapshot, Path localDirectory) {
        Objects.requireNonNull(localDirectory, "localDirectory");
        return new RestoreRequest(snapshot, null, localDirectory, "/", false);
    }

    /**
     * Only this file, or what is below this directory.
     *
     * @param path absolute, as in the context, such as {@code /mnt/data/reports}
     * @throws IllegalArgumentException if the path is not absolute
     */
    public RestoreRequest only(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must be absolute, such as /mnt/data, but was: " + path);
        }
        return new RestoreRequest(snapshot, context, directory, withoutSlash(path), deletesExtras);
    }

    private static String withoutSlash(String path) {
        var end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** Deletes what the target holds there and the snapshot does not; after everything else was verified. */
    public RestoreRequest deletingExtras() {
        return new RestoreRequest(snapshot, context, directory, subPath, true);
    }

    /** What is restored. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** The context to restore into, null when it is a directory. */
    public @Nullable ContextId context() {
        return context;
    }

    /** The directory to restore into, null when it is a context. */
    public @Nullable Path directory() {
        return directory;
    }

    /** The file or directory to restore, {@code /} for everything. */
    public String subPath() {
        return subPath;
    }

    /** Whether what the snapshot does not hold is deleted. */
    public boolean deletesExtras() {
        return deletesExtras;
    }
}
