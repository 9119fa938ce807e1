package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.internal.autosync.Activity;
import io.agentbay.reactive.internal.sync.UnsavedWrites;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.sync.Mount;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What this client did to the mounts of one session since their last confirmed upload.
 *
 * <p>It errs on the side of change: once anything at all was run in the session, a path may lead into any mount by a
 * link, and a call whose effect may still come keeps its mounts changed for good.
 */
final class WriteLog implements UnsavedWrites {

    private final Map<String, MountLog> mounts = new LinkedHashMap<>();
    private final Set<Running> running = new HashSet<>();
    private final LongSupplier nanos;
    private final Saves saves;
    private long stamp = 1;
    private boolean anythingRan;
    private long attendedNanos;

    WriteLog(List<Mount> mounts, boolean createdHere, LongSupplier nanos, Saves saves) {
        this.nanos = nanos;
        this.saves = saves;
        this.attendedNanos = nanos.getAsLong();
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
        return log != null && (log.doubtful() || log.changed() || ongoing(log));
    }

    @Override
    public synchronized List<String> written(String mountPath) {
        var log = mounts.get(mountPath);
        return log == null ? List.of() : log.written();
    }

    @Override
    public synchronized long bytes(String mountPath) {
        var log = mounts.get(mountPath);
        return log == null ? 0 : log.bytes();
    }

    @Override
    public synchronized void saved(String mountPath, long upTo) {
        var log = mounts.get(mountPath);
        if (log != null) {
            log.saved(upTo).ifPresent(since -> saves.durable(log.mount(), nanos.getAsLong() - since));
        }
    }

    /** What was written to mounts that are uploaded, and is not confirmed. */
    synchronized long unconfirmedBytes() {
        return uploaded().mapToLong(MountLog::bytes).sum();
    }

    /** When the oldest unsaved change was made to a mount of this kind. */
    synchronized OptionalLong unsavedSince(PolicyKind kind) {
        return uploaded()
                .filter(log -> PolicyKind.of(log.mount()) == kind)
                .map(MountLog::unsavedSince)
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    private Stream<MountLog> uploaded() {
        return mounts.values().stream().filter(log -> log.mount().policy().uploads());
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
            log.changed(++stamp, null, 0, nanos.getAsLong());
        }
    }

    /** Somebody keeps the session alive, so that what runs in it goes on. */
    synchronized void attended() {
        attendedNanos = nanos.getAsLong();
    }

    /**
     * The last confirmed upload was of a timer, whose moment nobody chose: once anything was run, what a process left
     * behind wrote since then is to be uploaded at the end.
     */
    synchronized void savedByTimer(String mountPath) {
        var log = mounts.get(mountPath);
        if (log != null) {
            log.savedByTimer(anythingRan);
        }
    }

    /**
     * What a timer goes by.
     *
     * @param unseenFor for how long after a call, a change or a sign of attendance a process that was left behind is
     *     thought to go on, in nanoseconds
     */
    synchronized Activity activity(String mountPath, long unseenFor, boolean resting) {
        var log = mounts.get(mountPath);
        if (log == null) {
            return new Activity(false, 0, false, false, resting);
        }
        boolean ongoing = ongoing(log);
        long since = nanos.getAsLong() - Math.max(log.changedNanos(), attendedNanos);
        boolean unseen = anythingRan && (ongoing || since < unseenFor);
        return new Activity(log.changed(), log.changedNanos(), ongoing, unseen, resting);
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
            affected(touches).forEach(log -> log.changed(stamp, touches.path(), touches.bytes(), now));
        }
    }

    /** A call that touches this was given up and may still take effect, at any time. */
    synchronized void loose(Touches touches) {
        if (touches.kind() != Touches.Kind.NOTHING) {
            touched(touches);
            affected(touches).forEach(MountLog::loosen);
        }
    }

    private List<MountLog> affected(Touches touches) {
        if (touches.kind() == Touches.Kind.NOTHING) {
            return List.of();
        }
        var path = touches.path();
        var hit = mounts.values().stream()
                .filter(log -> path != null && log.mount().contains(path))
                .toList();
        return anythingRan || hit.isEmpty() ? List.copyOf(mounts.values()) : hit;
    }

    /** Who is told that something is saved. */
    interface Saves {

        /** A confirmed upload of the mount covers what was first changed so long ago. */
        void durable(Mount mount, long nanos);
    }

    /** A call under way; one like it is another. */
    static final class Running {

        private final Touches touches;

        private Running(Touches touches) {
            this.touches = touches;
        }
    }
}
