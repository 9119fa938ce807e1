package io.agentbay.reactive.internal.autosync;

import io.agentbay.reactive.sync.Mount;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Watches one mount's directory while it may change without a call of this client. */
final class MountWatch {

    private static final long BEFORE_ANOTHER = TimeUnit.MINUTES.toNanos(5);

    private final AutoSyncs client;
    private final SyncedSession session;
    private final Mount mount;
    private Sinks.@Nullable Empty<Void> stop;
    private boolean lost;
    private long lostAt;

    MountWatch(AutoSyncs client, SyncedSession session, Mount mount) {
        this.client = client;
        this.session = session;
        this.mount = mount;
    }

    /** Whether all changes are seen now. */
    synchronized boolean on() {
        return stop != null;
    }

    /** Begins to watch if that makes sense and is possible. */
    void begin() {
        Sinks.Empty<Void> mine = enter();
        if (mine != null) {
            Mono<?> watching = session.changes(mount)
                    .doOnNext(change -> session.noticed(mount))
                    .takeUntilOther(mine.asMono())
                    .then()
                    .onErrorComplete()
                    .doFinally(end -> leave(mine));
            client.runtime().background().run("Watching " + mount.path() + " of session " + session.id(), watching);
        }
    }

    void end() {
        Sinks.Empty<Void> told = take();
        if (told != null) {
            told.tryEmitEmpty();
        }
    }

    private synchronized Sinks.@Nullable Empty<Void> enter() {
        boolean tooSoon = lost && now() - lostAt < BEFORE_ANOTHER;
        if (stop != null || tooSoon || !client.slots().take()) {
            return null;
        }
        stop = Sinks.empty();
        return stop;
    }

    private synchronized Sinks.@Nullable Empty<Void> take() {
        Sinks.Empty<Void> told = stop;
        stop = null;
        return told;
    }

    private synchronized void leave(Sinks.Empty<Void> mine) {
        client.slots().giveBack();
        if (mine.equals(stop)) {
            stop = null;
            lost = true;
            lostAt = now();
        }
    }

    private long now() {
        return client.runtime().nanos();
    }
}
