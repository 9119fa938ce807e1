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
    private final @Nullable SnapshotStore safetyStore;

    private RestoreRequest(
            Snapshot snapshot,
            @Nullable ContextId context,
            @Nullable Path directory,
            String subPath,
            boolean deletesExtras,
            @Nullable SnapshotStore safetyStore) {
        this.snapshot = Objects.requireNonNull(snapshot, "snapshot");
        this.context = context;
        this.directory = directory;
        this.subPath = subPath;
        this.deletesExtras = deletesExtras;
        this.safetyStore = safetyStore;
    }

    /**
     * Back into the context it was made of.
     *
     * @throws IllegalArgumentException if it was made of a local directory, which has to be named
     */
    public static RestoreRequest inPlace(Snapshot snapshot) {
        if (snapshot.isOfDirectory()) {
            throw new IllegalArgumentException(
                    snapshot.context() + " is a local directory: name the one to restore into by into(snapshot, path)");
        }
        return into(snapshot, snapshot.context());
    }

    /** Into this context, each file at the path it had. */
    public static RestoreRequest into(Snapshot snapshot, ContextRef context) {
        return new RestoreRequest(snapshot, context.id(), null, "/", false, null);
    }

    /**
     * Into a directory of this machine, created when missing, each file at the path it had, below the directory.
     *
     * <p>What it overwrites there, and with {@link #deletingExtras()} deletes, is kept first, in a safety snapshot in the
     * directory {@code <name>.before-restore} beside it, or where {@link #safetyIn} says. Each file is replaced at once,
     * never half; links are neither followed nor kept.
     */
    public static RestoreRequest into(Snapshot snapshot, Path localDirectory) {
        Objects.requireNonNull(localDirectory, "localDirectory");
        return new RestoreRequest(snapshot, null, localDirectory, "/", false, beside(localDirectory));
    }

    /** Nothing for a directory that has none beside it. */
    private static @Nullable SnapshotStore beside(Path directory) {
        var name = directory.toAbsolutePath().normalize().getFileName();
        return name == null
                ? null
                : SnapshotStore.directory(
                        directory.toAbsolutePath().normalize().resolveSibling(name + ".before-restore"));
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
        return new RestoreRequest(snapshot, context, directory, withoutSlash(path), deletesExtras, safetyStore);
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
        return new RestoreRequest(snapshot, context, directory, subPath, true, safetyStore);
    }

    /**
     * Keeps the safety snapshot in this store. Default: for a context, where the snapshots of these operations are kept;
     * for a directory, {@code <name>.before-restore} beside it. Must lie outside of a directory restored into.
     */
    public RestoreRequest safetyIn(SnapshotStore store) {
        Objects.requireNonNull(store, "store");
        return new RestoreRequest(snapshot, context, directory, subPath, deletesExtras, store);
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

    /** Where the safety snapshot is kept, null for where the snapshots of the operations are that are asked. */
    public @Nullable SnapshotStore safetyStore() {
        return safetyStore;
    }
}
