package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.MergeReport;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Both directions: the latest from the context, then one's own changes; or both at once by rules. */
final class BidirectionalSync implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    BidirectionalSync(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts().getOrCreate("two-way-project").flatMap(context -> {
            var mount = Mount.of(context, "/mnt/data", SyncPolicy.manual().keepingDeleted());
            return client.sessions()
                    .use(
                            SessionRequest.mounting(mount),
                            session -> download(session)
                                    .then(session.files().write(mount.resolve("notes.txt"), "Mine"))
                                    .then(upload(session))
                                    .then(merge(session))
                                    .then(session.files().write(mount.resolve("notes.txt"), "Mine, later"))
                                    .then(merge(session))
                                    .then());
        });
    }

    // tag::download[]
    Mono<SyncReport> download(Session session) {
        return session.sync() // fails with UnsavedChangesException rather than overwrite what was written and not
                // uploaded
                .download()
                .doOnNext(report -> out.println("Latest data downloaded: " + report.direction()));
    }
    // end::download[]

    // tag::upload[]
    Mono<SyncReport> upload(Session session) {
        return session.sync().upload().doOnNext(report -> out.println("Local changes uploaded: " + report.direction()));
    }
    // end::upload[]

    // tag::merge[]
    Mono<MergeReport> merge(Session session) { // against what the last merge or verified sync saw on both sides
        return session.sync().merge(ConflictRule.KEEP_BOTH).doOnNext(report -> {
            out.println("Merged, with " + report.conflicts().size() + " conflicts");
            report.conflicts().forEach(conflict -> out.println(conflict.path() + ": " + conflict.resolution()));
        });
    }
    // end::merge[]
}
