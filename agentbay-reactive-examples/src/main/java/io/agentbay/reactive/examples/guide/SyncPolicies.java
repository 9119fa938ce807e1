package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.io.PrintStream;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** When a mount moves its files, and which. */
final class SyncPolicies implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    SyncPolicies(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    // tag::policies[]
    /** Downloaded when the session begins, uploaded when it ends: the default. */
    static final SyncPolicy ON_DEMAND = SyncPolicy.onDemand();

    /** By call only, in both directions; closing the session is such a call. */
    static final SyncPolicy MANUAL = SyncPolicy.manual();

    /** Uploaded soon after something changed, while the session is open here. */
    static final SyncPolicy AUTO = SyncPolicy.onDemand().autoSync(AutoSync.afterQuiet(Duration.ofSeconds(10)));

    /** Uploaded every sixty minutes: a Duration, so that nobody has to guess the unit. */
    static final SyncPolicy CUSTOM = SyncPolicy.onDemand().autoSync(AutoSync.every(Duration.ofMinutes(60)));

    /** Only this client uploads it, and no deletion is carried over: for contexts that are shared. */
    static final SyncPolicy MANAGED = SyncPolicy.manual().keepingDeleted();
    // end::policies[]

    @Override
    public Mono<Void> run() {
        return client.contexts().getOrCreate("auto-project").flatMap(this::autoSynced);
    }

    // tag::auto[]
    Mono<Void> autoSynced(AgentBayContext context) {
        var mount = Mount.of(context, "/mnt/data", AUTO);
        return client.sessions()
                .use(
                        SessionRequest.mounting(mount),
                        session -> session.files()
                                .write(mount.resolve("train.log"), "epoch 1\n")
                                .doOnSuccess(written -> out.println(
                                        "Written; uploaded after ten quiet seconds, or when the session is closed")));
    }
    // end::auto[]
}
