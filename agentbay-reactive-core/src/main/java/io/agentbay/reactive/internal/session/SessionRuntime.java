package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.internal.autosync.SessionTimers;
import io.agentbay.reactive.internal.sync.DirectoryWatch;
import io.agentbay.reactive.internal.sync.SessionSync;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.internal.wire.SessionWire.SessionData;
import io.agentbay.reactive.session.CloseReport;
import io.agentbay.reactive.session.OwnedSession;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.tool.CommandOperations;
import io.agentbay.reactive.tool.ToolOperations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The state of one session in one client, shared by all of its handles. */
final class SessionRuntime {

    private final SessionId id;
    private final SessionMounts mounts;
    private final Origin origin;
    private final Clock clock;
    private final SessionGate gate;
    private final WriteLog writes;
    private final SessionTimers timers = new SessionTimers();
    private final ToolGateway gateway;
    private final DirectoryWatch watch;
    private final SessionSync sync;
    private final SessionFiles files;
    private final CommandOperations commands;
    private final ToolOperations tools;
    private volatile Instant lastContact;
    private volatile @Nullable Instant keptUntil;
    private volatile boolean forgotten;
    private volatile @Nullable Failure lastFailure;
    private volatile boolean paused;
    private @Nullable Mono<CloseReport> closing;

    SessionRuntime(SessionData data, List<Mount> mounts, Origin origin, SessionWorld world) {
        this.id = SessionId.of(data.sessionId());
        this.mounts = new SessionMounts(mounts);
        this.origin = origin;
        this.clock = world.runtime().clock();
        this.lastContact = clock.instant();
        this.gate = new SessionGate("session " + id);
        this.writes = new WriteLog(
                mounts,
                origin.createdHere(),
                world.runtime()::nanos,
                (mount, nanos) -> world.meters().durable(PolicyKind.of(mount).label(), nanos));
        this.gateway = new GatedTools(world.tools(), data, gate, writes, this::contacted);
        var parts = world.parts().create(gateway);
        this.sync = world.syncs()
                .create(new SessionSync.Session(
                        data.sessionId(), this.mounts.live(), origin.createdHere(), writes, parts.looker()));
        this.files = parts.files(sync.rounds());
        this.watch = parts.watch();
        this.commands = parts.commands();
        this.tools = parts.tools(origin.image());
    }

    SessionId id() {
        return id;
    }

    List<Mount> mounts() {
        return mounts.now();
    }

    SessionMounts mounting() {
        return mounts;
    }

    /** The service lists a mount that this client asked for: it is one like any other from now on. */
    void bound(Mount mount) {
        writes.added(mount);
        mounts.bound(mount);
        timers.bound(mount);
    }

    Origin origin() {
        return origin;
    }

    SessionGate gate() {
        return gate;
    }

    ToolGateway gateway() {
        return gateway;
    }

    WriteLog writes() {
        return writes;
    }

    /** Its automatic syncs. */
    SessionTimers timers() {
        return timers;
    }

    DirectoryWatch watch() {
        return watch;
    }

    SessionSync sync() {
        return sync;
    }

    SessionFiles files() {
        return files;
    }

    CommandOperations commands() {
        return commands;
    }

    ToolOperations tools() {
        return tools;
    }

    /** The mounts that an upload at the end has something to do for. */
    List<Mount> unsaved() {
        return mounts.now().stream()
                .filter(mount -> mount.policy().uploads() && writes.mayHaveChanged(mount.path()))
                .toList();
    }

    /** The mounts whose half-done download the service would turn into deletions if the session ended now. */
    List<Mount> endangered() {
        return mounts.now().stream()
                .filter(mount -> mount.policy().downloadsAutomatically())
                .filter(mount -> mount.policy().uploadsAutomatically())
                .filter(mount -> mount.policy().propagatesDeletions())
                .toList();
    }

    /** The close under way or done, begun by {@code start} if there is none. */
    synchronized Mono<CloseReport> closing(Supplier<Mono<CloseReport>> start) {
        if (closing == null) {
            closing = start.get();
        }
        return closing;
    }

    synchronized void reopen(@Nullable Failure failure) {
        closing = null;
        lastFailure = failure;
        gate.reopen();
        timers.release();
    }

    void failed(@Nullable Failure failure) {
        lastFailure = failure;
    }

    /** What failed so has succeeded since; a failure of anything else stays. */
    synchronized void recovered(Failure failure) {
        if (failure.equals(lastFailure)) {
            lastFailure = null;
        }
    }

    /** Whether this client paused it, as far as it knows. */
    boolean paused() {
        return paused;
    }

    void paused(boolean now) {
        paused = now;
    }

    /** Whether it was kept for its time after its work ended, and nobody closed it. */
    boolean forgotten() {
        return forgotten;
    }

    /** Its time is over, and nobody closed it. */
    void forget() {
        forgotten = true;
    }

    /** Whether it is kept alive although nobody works with it. */
    boolean kept() {
        return keptUntil != null;
    }

    void contacted() {
        lastContact = clock.instant();
    }

    /** Its idle time was started anew because somebody waits for something in it. */
    void attended() {
        contacted();
        writes.attended();
    }

    void keptUntil(@Nullable Instant end) {
        keptUntil = end;
        forgotten = false;
    }

    OwnedSession describe() {
        return new OwnedSession(
                id,
                origin.label(),
                origin.createdAt(),
                aliveUntil(),
                Stream.concat(unsaved().stream(), mounts.doubtful().stream())
                        .map(Mount::path)
                        .toList(),
                lastFailure);
    }

    /** When the service ends it unless it is used before. */
    Instant idleUntil() {
        return lastContact.plus(origin.idleTimeout());
    }

    private Instant aliveUntil() {
        var idle = idleUntil();
        var kept = keptUntil;
        return kept != null && kept.isAfter(idle) ? kept : idle;
    }
}
