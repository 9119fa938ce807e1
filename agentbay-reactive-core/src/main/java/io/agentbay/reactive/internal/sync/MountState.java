package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.sync.Mount;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What this client knows of one mount of one session. Safe for use from any thread. */
final class MountState {

    private final Mount mount;
    private final long since;
    private volatile boolean complete;
    private volatile boolean downloading;
    private volatile @Nullable Map<String, SeenFile> confirmedFiles;
    private final Map<Long, Long> unresolved = new Remembered();
    private @Nullable Base base;

    MountState(Mount mount, long since) {
        this.mount = mount;
        this.since = since;
    }

    Mount mount() {
        return mount;
    }

    /** Since when this client knows of it, monotonic. */
    long since() {
        return since;
    }

    SyncRounds.Key key(Direction direction) {
        return new SyncRounds.Key(mount.context().value(), mount.path(), direction);
    }

    /** Whether its last download is confirmed complete. */
    boolean complete() {
        return complete;
    }

    void downloaded() {
        complete = true;
        downloading = false;
    }

    /** From a download's trigger on, until it is confirmed, the mount may hold half of something. */
    void downloading() {
        complete = false;
        downloading = true;
    }

    /** Whether a download, this client's or the service's first, began and is not confirmed. */
    boolean halfDownloaded() {
        return downloading || !complete && mount.policy().downloadsAutomatically();
    }

    /**
     * An upload with that baseline ended without proof. Of several with the same one, whichever is found later is known
     * to cover only what the first of them did.
     */
    synchronized void unresolved(long baseline, long stamp) {
        unresolved.merge(baseline, stamp, Math::min);
    }

    /** What an upload with that baseline covers once it is found; {@link Plan#NO_STAMP} where that is not known. */
    synchronized long stampOf(long baseline) {
        return unresolved.getOrDefault(baseline, Plan.NO_STAMP);
    }

    /** What both sides last had in common; null when that was never proven. */
    @Nullable
    synchronized Base base() {
        return base;
    }

    synchronized void base(UnaryOperator<Base> change) {
        base = change.apply(base == null ? Base.NONE : base);
    }

    /** The session's files as of the last upload that was checked against them; null before the first. */
    @Nullable
    Map<String, SeenFile> confirmedFiles() {
        return confirmedFiles;
    }

    void confirmedFiles(Map<String, SeenFile> files) {
        confirmedFiles = Map.copyOf(files);
    }

    /** Stamps by baseline, the latest of them. */
    private static final class Remembered extends LinkedHashMap<Long, Long> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 64;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > MOST;
        }
    }
}
