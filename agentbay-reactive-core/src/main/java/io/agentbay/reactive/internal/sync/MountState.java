package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.sync.Mount;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this client knows of one mount of one session. Safe for use from any thread. */
final class MountState {

    private final Mount mount;
    private volatile boolean complete;
    private volatile @Nullable Map<String, SeenFile> confirmedFiles;

    MountState(Mount mount) {
        this.mount = mount;
    }

    Mount mount() {
        return mount;
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
    }

    /** From a download's trigger on, until it is confirmed, the mount may hold half of something. */
    void downloading() {
        complete = false;
    }

    /** The session's files as of the last upload that was checked against them; null before the first. */
    @Nullable
    Map<String, SeenFile> confirmedFiles() {
        return confirmedFiles;
    }

    void confirmedFiles(Map<String, SeenFile> files) {
        confirmedFiles = Map.copyOf(files);
    }
}
