package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.sync.SyncReport;
import java.io.PrintStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Context lifecycle: an emergency snapshot when the work fails. */
final class ContextLifecycle implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    ContextLifecycle(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("guarded-project")
                .flatMap(context -> guarded(context, work(context))
                        .doOnNext(report -> out.println("The work is saved: " + report.verified()))
                        .then(guarded(context, Mono.error(new IllegalStateException("the work went wrong"))))
                        .onErrorResume(IllegalStateException.class, expected -> Mono.empty())
                        .thenMany(emergencies(context))
                        .then());
    }

    // tag::guard[]
    Mono<SyncReport> work(AgentBayContext context) {
        return client.sessions()
                .use(
                        SessionRequest.mounting(context, "/mnt/data"),
                        session -> session.sync().persist("/mnt/data/work.txt", "Important work"));
    }

    <T> Mono<T> guarded(AgentBayContext context, Mono<T> work) {
        return client.backups()
                .guard(context, work) // a snapshot first; kept and tagged "emergency" when the work fails
                .doOnError(failed -> out.println("The work failed; what was there before is kept as a snapshot"));
    }

    Flux<Snapshot> emergencies(AgentBayContext context) {
        return client.snapshots()
                .list(context)
                .filter(kept -> kept.tags().contains("emergency"))
                .doOnNext(kept -> out.println("Kept for an emergency: " + kept.name()));
    }
    // end::guard[]
}
