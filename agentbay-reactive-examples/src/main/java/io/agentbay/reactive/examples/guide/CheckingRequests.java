package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import io.agentbay.reactive.sync.SyncPolicy.Lifecycle;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** What a policy says, and what speaks against it before anything is sent. */
final class CheckingRequests implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    CheckingRequests(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    // tag::refined[]
    /** Stored as one archive. */
    static final SyncPolicy ARCHIVED = SyncPolicy.onDemand().archived();

    /** Exact paths, which every service takes; logs are removed from the context after thirty days. */
    static final SyncPolicy SOURCES =
            SyncPolicy.onDemand().only(Selector.under("src", "logs")).lifecycle(Lifecycle.DAYS_30, "logs");

    /** Archives among the files are left as they are. */
    static final SyncPolicy PACKED = SyncPolicy.onDemand().extract(Extract.NEVER);

    /** Files that were stored under another path appear at this one. */
    static final SyncPolicy MOVED = SyncPolicy.onDemand().mappedFrom("/mnt/old");
    // end::refined[]

    @Override
    public Mono<Void> run() {
        return client.contexts().getOrCreate("checked-project").flatMap(context -> {
            var request = mistaken(context);
            check(request);
            return refused(request);
        });
    }

    // tag::check[]
    SessionRequest mistaken(ContextRef context) {
        var absolute = SyncPolicy.onDemand().only(Selector.under("/mnt/data/src")); // it is relative to the mount
        var shortLived = SyncPolicy.onDemand().lifecycle(Lifecycle.DAYS_1);
        return SessionRequest.mounting(
                Mount.of(context, "/mnt/data", absolute), Mount.of(context, "/mnt/data/inside", shortLived));
    }

    void check(SessionRequest request) { // what this client knows, without a call
        client.sessions()
                .problems(request)
                .forEach(found -> out.println(
                        found.severity() + " " + found.field() + ": " + found.message() + ". " + found.fix()));
    }

    Mono<Void> refused(SessionRequest request) { // an error of the check is one of create, before any request leaves
        return client.sessions()
                .use(request, session -> Mono.just("never reached"))
                .onErrorResume(InvalidRequestException.class, error -> {
                    out.println("Refused after " + error.attempts() + " requests");
                    return Mono.empty();
                })
                .then();
    }
    // end::check[]
}
