package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.internal.autosync.Activity;
import io.agentbay.reactive.internal.autosync.SyncedSession;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A session as its automatic syncs see it: they pass its gate, and its last failure may be theirs. */
final class AutoSyncedSession implements SyncedSession {

    private final SessionRuntime session;
    private final KeepAlive keepAlive;
    private final SessionEnd end;
    private final Runnable gone;
    private final Map<Mount, Failure> failures = new ConcurrentHashMap<>();

    AutoSyncedSession(SessionRuntime session, KeepAlive keepAlive, SessionEnd end, Runnable gone) {
        this.session = session;
        this.keepAlive = keepAlive;
        this.end = end;
        this.gone = gone;
    }

    @Override
    public String id() {
        return session.id().value();
    }

    /** One that was kept for its time and then forgotten is left to its idle timeout, which a sync would put off. */
    @Override
    public Activity activity(Mount mount) {
        boolean resting = session.paused() || session.forgotten();
        return session.writes()
                .activity(mount.path(), session.origin().idleTimeout().toNanos(), resting);
    }

    @Override
    public Mono<SyncReport> upload(Mount mount) {
        return session.gate()
                .pass(keepAlive.during(session, Mono.defer(() -> session.sync().uploadAtClose(List.of(mount)))));
    }

    @Override
    public Flux<?> changes(Mount mount) {
        return session.watch().changes(mount.path());
    }

    @Override
    public void noticed(Mount mount) {
        session.writes().noticed(mount.path());
    }

    @Override
    public void succeeded(Mount mount) {
        session.writes().savedByTimer(mount.path());
        var overcome = failures.remove(mount);
        if (overcome != null) {
            session.recovered(overcome);
        }
    }

    @Override
    public void failed(Mount mount, Throwable error) {
        if (!(error instanceof ClosedException)) {
            var failure = Failures.toFailure(error);
            failures.put(mount, failure);
            session.failed(failure);
        }
    }

    @Override
    public Mono<Void> lookIfGone(Throwable error) {
        if (error instanceof ClosedException) {
            return Mono.empty();
        }
        return end.isGone(id())
                .onErrorReturn(false)
                .doOnNext(is -> {
                    if (is) {
                        gone.run();
                    }
                })
                .then();
    }
}
