package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.file.FileEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context at a path of a session. Immutable.
 *
 * <p>The service keys stored files by the absolute mount path, so a context should be mounted at the same path each
 * time; {@link SyncPolicy#mappedFrom} undoes a move.
 */
public final class Mount {

    private final ContextId context;
    private final String path;
    private final SyncPolicy policy;
    private final boolean readyLater;

    private Mount(ContextId context, String path, SyncPolicy policy, boolean readyLater) {
        this.context = context;
        this.path = path;
        this.policy = policy;
        this.readyLater = readyLater;
    }

    /** Mounts with {@link SyncPolicy#onDemand()}: downloaded at the start, uploaded at the end. */
    public static Mount of(ContextRef context, String path) {
        return of(context, path, SyncPolicy.onDemand());
    }

    /**
     * Mounts with a policy of one's own.
     *
     * @param path absolute, below the root, with forward slashes; a trailing slash is dropped
     */
    public static Mount of(ContextRef context, String path, SyncPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return new Mount(context.id(), MountPaths.requireMountPath(path), policy, false);
    }

    /**
     * Lets the session be handed out before this mount's first download ended; {@link SyncOperations#awaitReady} waits
     * for it, and nothing is uploaded before. A session that is left to its idle timeout meanwhile is uploaded by the
     * service as it is: do not leave it alone before, or mount it {@link SyncPolicy#keepingDeleted()}.
     */
    public Mount readyLater() {
        return new Mount(context, path, policy, true);
    }

    /**
     * The absolute path of something inside: {@code "/mnt/data"} and {@code "a/b.txt"} make {@code "/mnt/data/a/b.txt"}.
     *
     * @throws IllegalArgumentException if it would leave the mount, is absolute or empty
     */
    public String resolve(String relative) {
        return path + "/" + MountPaths.requireInside(relative);
    }

    /** Whether an absolute path is this mount or below it. */
    public boolean contains(String absolutePath) {
        return absolutePath.equals(path) || absolutePath.startsWith(path + "/");
    }

    /**
     * Says file by file what becomes of a listing under this mount's policy, as {@link SyncPolicy#explain} does; makes
     * no call. Directories are left out.
     *
     * @param entries of the session's files, with absolute paths, or with paths relative to the mount
     */
    public List<SyncPolicy.Explanation> explain(List<FileEntry> entries) {
        var explainer = new Explainer(policy);
        return entries.stream()
                .filter(FileEntry::isFile)
                .map(entry -> explain(explainer, entry.path()))
                .toList();
    }

    private SyncPolicy.Explanation explain(Explainer explainer, String file) {
        if (file.startsWith("/") && !contains(file)) {
            return new SyncPolicy.Explanation(file, false, "not under the mount " + path);
        }
        var said = explainer.explain(file.startsWith("/") ? file.substring(path.length() + 1) : file);
        return new SyncPolicy.Explanation(file, said.synced(), said.rule());
    }

    /** The mounted context. */
    public ContextId context() {
        return context;
    }

    /** Where it is mounted: absolute, without a trailing slash. */
    public String path() {
        return path;
    }

    /** How it is kept in step. */
    public SyncPolicy policy() {
        return policy;
    }

    /** Whether the session is handed out before the first download ended; see {@link #readyLater()}. */
    public boolean isReadyLater() {
        return readyLater;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mount that
                && context.equals(that.context)
                && path.equals(that.path)
                && policy.equals(that.policy)
                && readyLater == that.readyLater;
    }

    @Override
    public int hashCode() {
        return Objects.hash(context, path, policy, readyLater);
    }

    @Override
    public String toString() {
        return context.value() + " at " + path;
    }
}
