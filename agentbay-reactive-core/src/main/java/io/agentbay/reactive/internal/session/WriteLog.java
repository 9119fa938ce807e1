package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.internal.sync.UnsavedWrites;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.sync.Mount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this client did to the mounts of one session since their last confirmed upload.
 *
 * <p>It errs on the side of change: once anything at all was run in the session, a path may lead into any mount by a
 * link, and a call whose effect may still come keeps its mounts changed for good.
 */
final class WriteLog implements UnsavedWrites {

    private static final int REMEMBERED_PATHS = 1_000;

    private final Map<String, MountLog> mounts = new LinkedHashMap<>();
    private long stamp = 1;
    private boolean anythingRan;

    WriteLog(List<Mount> mounts, boolean createdHere) {
        mounts.forEach(mount -> this.mounts.put(mount.path(), new MountLog(mount, createdHere ? 0 : 1)));
    }

    /** A mount that was not there from the start: its directory may hold anything. */
    synchronized void added(Mount mount) {
        mounts.putIfAbsent(mount.path(), new MountLog(mount, ++stamp));
    }

    @Override
    public synchronized long stamp() {
        return stamp;
    }

    @Override
    public synchronized boolean mayHaveChanged(String mountPath) {
        var log = mounts.get(mountPath);
        return log != null && (log.loose || log.changedAt > log.savedAt);
    }

    @Override
    public synchronized List<String> written(String mountPath) {
        var log = mounts.get(mountPath);
        return log == null ? List.of() : List.copyOf(log.paths.keySet());
    }

    @Override
    public synchronized void saved(String mountPath, long upTo) {
        var log = mounts.get(mountPath);
        if (log != null) {
            log.savedAt = Math.max(log.savedAt, upTo);
            log.paths.values().removeIf(at -> at <= upTo);
        }
    }

    /** A call that touches this began or ended. */
    synchronized void touched(Touches touches) {
        if (touches.kind() != Touches.Kind.NOTHING) {
            stamp++;
            anythingRan |= touches.kind() == Touches.Kind.ANYTHING;
            affected(touches).forEach(log -> log.changed(stamp, touches.path()));
        }
    }

    /** A call that touches this was given up and may still take effect, at any time. */
    synchronized void loose(Touches touches) {
        if (touches.kind() != Touches.Kind.NOTHING) {
            touched(touches);
            affected(touches).forEach(log -> log.loose = true);
        }
    }

    private List<MountLog> affected(Touches touches) {
        var path = touches.path();
        var hit = mounts.values().stream()
                .filter(log -> path != null && log.mount.contains(path))
                .toList();
        return anythingRan || hit.isEmpty() ? List.copyOf(mounts.values()) : hit;
    }

    /** One mount; stamps of its last change and of its last confirmed upload. */
    private static final class MountLog {

        private final Mount mount;
        private final Map<String, Long> paths = new LinkedHashMap<>();
        private long changedAt;
        private long savedAt;
        private boolean loose;

        MountLog(Mount mount, long changedAt) {
            this.mount = mount;
            this.changedAt = changedAt;
        }

        void changed(long at, @Nullable String path) {
            changedAt = at;
            boolean known = path != null && mount.contains(path);
            if (known && (paths.containsKey(path) || paths.size() < REMEMBERED_PATHS)) {
                paths.put(path, at);
            }
        }
    }
}
