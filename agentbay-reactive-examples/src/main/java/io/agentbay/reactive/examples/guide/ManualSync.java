package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Manual synchronization. */
final class ManualSync implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    ManualSync(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return manual().then();
    }

    // tag::manual[]
    Mono<SyncReport> manual() {
        return client.contexts().getOrCreate("manual-project").flatMap(context -> {
            var mount = Mount.of(context, "/mnt/data", SyncPolicy.manual().keepingDeleted());
            return client.sessions()
                    .use(
                            SessionRequest.mounting(mount),
                            session -> session.files()
                                    .write(mount.resolve("temp.txt"), "Temporary data")
                                    .then(session.sync().upload())
                                    .doOnNext(saved -> out.println(
                                            "Data synchronized: " + saved.direction() + " in " + saved.elapsed())));
        });
    }
    // end::manual[]
}
