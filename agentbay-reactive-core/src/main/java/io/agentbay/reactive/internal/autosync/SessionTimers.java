package io.agentbay.reactive.internal.autosync;

import io.agentbay.reactive.sync.Mount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * The automatic syncs of one session: on while it is handed out, not closing and not given up, in whatever order those
 * are told.
 */
public final class SessionTimers {

    private final Map<String, MountTimer> timers = new LinkedHashMap<>();
    private @Nullable Function<Mount, @Nullable MountTimer> maker;
    private boolean held;
    private boolean over;

    /** The session is handed out; only the first time counts. */
    public synchronized void begin(AutoSyncs client, SyncedSession session, List<Mount> mounts, ContextView context) {
        if (maker == null) {
            maker = mount -> client.timer(session, mount, context);
            mounts.forEach(this::bound);
        }
    }

    /** One more mount of the session, said once or more; before it is handed out it will be among the others. */
    public synchronized void bound(Mount mount) {
        var made = maker;
        if (made != null) {
            timers.computeIfAbsent(mount.path(), path -> made.apply(mount));
            run();
        }
    }

    /** A close began: no more rounds; the close waits for one under way. */
    public void hold() {
        all(() -> held = true).forEach(MountTimer::stop);
    }

    /** The close failed, and the session is open again. */
    public synchronized void release() {
        held = false;
        run();
    }

    /** The session is gone or given up: ends for good, a round under way included. */
    public void end() {
        all(() -> over = true).forEach(MountTimer::cancel);
    }

    private void run() {
        if (!held && !over) {
            timers.values().forEach(MountTimer::start);
        }
    }

    /** Stopping a timer ends subscriptions, which runs code of others: not under this lock. */
    private synchronized List<MountTimer> all(Runnable change) {
        change.run();
        return List.copyOf(timers.values());
    }
}
