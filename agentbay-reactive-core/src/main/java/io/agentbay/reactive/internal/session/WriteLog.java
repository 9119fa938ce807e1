package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.internal.autosync.Activity;
import io.agentbay.reactive.internal.sync.UnsavedWrites;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.sync.Mount;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
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
    private final Set<Running> running = new HashSet<>();
    private final LongSupplier nanos;
    private long stamp = 1;
    private boolean anythingRan;

    WriteLog(List<Mount> mounts, boolean createdHere, LongSupplier nanos) {
        this.nanos = nanos;
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
        return log != null && (log.loose || log.savedByTimer || log.changed() || ongoing(log));
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
            log.savedByTimer = false;
            log.paths.values().removeIf(at -> at <= upTo);
        }
    }

    /**
     * A call that may change something begins; until {@link #ended} it may do so at any time. The changes of one that
     * took effect at once count from now.
     */
    synchronized Running began(Touches touches) {
        var call = new Running(touches);
        touched(touches);
        running.add(call);
        return call;
    }

    synchronized void ended(Running call) {
        running.remove(call);
    }

    /** Something was seen to change in a mount, whoever did it. */
    synchronized void noticed(String mountPath) {
        var log = mounts.get(mountPath);
        if (log != null) {
            log.changed(++stamp, null, nanos.getAsLong());
        }
    }

    /**
     * The last confirmed upload was of a timer, whose moment nobody chose: once anything was run, what a process left
     * behind wrote since then is to be uploaded at the end.
     */
    synchronized void savedByTimer(String mountPath) {
        var log = mounts.get(mountPath);
        if (log != null) {
            log.savedByTimer = anythingRan;
        }
    }

    /**
     * What a timer goes by.
     *
     * @param unseenFor for how long after a call or a change more of them are to be expected, in nanoseconds
     */
    synchronized Activity activity(String mountPath, long unseenFor, boolean resting) {
        var log = mounts.get(mountPath);
        if (log == null) {
            return new Activity(false, 0, false, false, resting);
        }
        boolean ongoing = ongoing(log);
        boolean unseen = anythingRan && (ongoing || nanos.getAsLong() - log.changedNanos < unseenFor);
        return new Activity(log.changed(), log.changedNanos, ongoing, unseen, resting);
    }

    private boolean ongoing(MountLog log) {
        return running.stream().anyMatch(call -> affected(call.touches).contains(log));
    }

    /** A call that touches this began or ended. */
    synchronized void touched(Touches touches) {
        if (touches.kind() != Touches.Kind.NOTHING) {
            stamp++;
            anythingRan |= touches.kind() == Touches.Kind.ANYTHING;
            long now = nanos.getAsLong();
            affected(touches).forEach(log -> log.changed(stamp, touches.path(), now));
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
        if (touches.kind() == Touches.Kind.NOTHING) {
            return List.of();
        }
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
        private long changedNanos;
        private long savedAt;
        private boolean loose;
        private boolean savedByTimer;

        MountLog(Mount mount, long changedAt) {
            this.mount = mount;
            this.changedAt = changedAt;
        }

        boolean changed() {
            return changedAt > savedAt;
        }

        void changed(long at, @Nullable String path, long now) {
            changedAt = at;
            changedNanos = now;
            boolean known = path != null && mount.contains(path);
            if (known && (paths.containsKey(path) || paths.size() < REMEMBERED_PATHS)) {
                paths.put(path, at);
            }
        }
    }

    /** A call under way; one like it is another. */
    static final class Running {

        private final Touches touches;

        private Running(Touches touches) {
            this.touches = touches;
        }
    }
}
