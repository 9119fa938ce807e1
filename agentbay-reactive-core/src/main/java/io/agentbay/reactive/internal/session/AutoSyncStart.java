package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.internal.autosync.AutoSyncs;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Begins the automatic syncs of sessions as they are handed out. */
final class AutoSyncStart {

    private final AutoSyncs client;
    private final SessionRegistry registry;
    private final Caretaker caretaker;
    private final KeepAlive keepAlive;
    private final SessionEnd end;

    AutoSyncStart(
            SessionWorld world, SessionRegistry registry, Caretaker caretaker, KeepAlive keepAlive, SessionEnd end) {
        this.client = new AutoSyncs(world.runtime(), world.operations());
        this.registry = registry;
        this.caretaker = caretaker;
        this.keepAlive = keepAlive;
        this.end = end;
    }

    /** The session goes to whoever asked for it with this context, whose listeners see its automatic syncs. */
    void handedOut(SessionRuntime session, ContextView context) {
        var synced = new AutoSyncedSession(session, keepAlive, end, () -> gone(session));
        session.timers().begin(client, synced, session.mounts(), Shield.free(Context.empty(), context));
    }

    private void gone(SessionRuntime session) {
        session.timers().end();
        caretaker.release(session);
        registry.ended(session.id().value());
    }
}
