package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.wire.SyncWire;

/** One per client: what the syncs of all of its sessions share, the budget of polls above all. */
public final class DefaultSessionSyncFactory implements SessionSync.Factory {

    private final ClientRuntime runtime;
    private final SyncWire wire;
    private final ContextLooker context;
    private final ContextStore store;
    private final Operations operations;
    private final ClientOptions options;
    private final PollBudget budget;
    private final KnownListings listings = new KnownListings();
    private final WrittenContexts written = new WrittenContexts();

    public DefaultSessionSyncFactory(
            ClientRuntime runtime,
            SyncWire wire,
            ContextLooker context,
            ContextStore store,
            Operations operations,
            ClientOptions options) {
        this.runtime = runtime;
        this.wire = wire;
        this.context = context;
        this.store = store;
        this.operations = operations;
        this.options = options;
        this.budget = new PollBudget(runtime, options.resilience().pollsPerSecond());
    }

    /** The budget of polls, for others who poll sessions. */
    public Polls polls() {
        return budget;
    }

    /** Somebody may write files into the context without a session. */
    public void writes(String contextId) {
        written.by(contextId);
    }

    @Override
    public SessionSync create(SessionSync.Session session) {
        var loop = new PollLoop(runtime, wire, budget, session.id());
        var parts = new SessionParts(
                runtime, wire, session.id(), loop, options.timeouts().sync());
        var rounds = new DefaultSyncRounds(parts, session.mounts());
        var looks = new Looks(session.looker(), context);
        var levels = new Levels(runtime, looks);
        var unchanged = new UnchangedCheck(runtime, looks, levels, session.createdHere(), session.writes());
        var initial = new InitialDownload(parts, rounds);
        var emptiness = new Emptiness(parts, looks, written);
        var gates = new Gates(initial, looks, emptiness, session.writes(), listings);
        var tools = new MountTools(parts, rounds, looks, levels, unchanged, session.writes(), listings);
        return new DefaultSessionSync(
                tools,
                MergeTools.of(runtime, looks, store, session.writes()),
                operations,
                gates,
                initial,
                emptiness,
                session.mounts());
    }
}
