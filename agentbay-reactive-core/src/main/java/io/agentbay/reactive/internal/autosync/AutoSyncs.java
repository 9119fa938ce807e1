package io.agentbay.reactive.internal.autosync;

import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** The automatic syncs of one client. While a mount rests it costs one timer, and no call. */
public final class AutoSyncs {

    private final ClientRuntime runtime;
    private final Operations operations;
    private final RoundLine line;
    private final WatchSlots slots;

    public AutoSyncs(ClientRuntime runtime, Operations operations) {
        this.runtime = runtime;
        this.operations = operations;
        this.line = new RoundLine(runtime.background());
        this.slots = new WatchSlots();
    }

    /**
     * The timer of a mount, not started yet; null for one without a rule.
     *
     * @param context of whom the session was handed to: listeners in it see the uploads
     */
    @Nullable
    MountTimer timer(SyncedSession session, Mount mount, ContextView context) {
        AutoSync rule = mount.policy().autoSync();
        return rule == null ? null : new MountTimer(this, session, mount, rule, context);
    }

    ClientRuntime runtime() {
        return runtime;
    }

    Operations operations() {
        return operations;
    }

    RoundLine line() {
        return line;
    }

    WatchSlots slots() {
        return slots;
    }
}
