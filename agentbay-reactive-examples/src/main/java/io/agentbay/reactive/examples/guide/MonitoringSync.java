package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.SyncReport;
import java.io.PrintStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Monitoring sync performance. */
final class MonitoringSync implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    MonitoringSync(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("monitored-project")
                .flatMap(context -> client.sessions()
                        .use(
                                SessionRequest.mounting(context, "/mnt/data"),
                                session -> session.files()
                                        .write("/mnt/data/measured.txt", "Some data")
                                        .then(measured(session))
                                        .then(session.files().write("/mnt/data/watched.txt", "More data"))
                                        .thenMany(live(session))
                                        .then(session.files().write("/mnt/data/kept.txt", "The report is kept"))
                                        .then(watched(session))
                                        .then()));
    }

    // tag::report[]
    Mono<SyncReport> measured(Session session) {
        return session.sync().upload().doOnNext(report -> {
            var phases = report.phases();
            out.printf("Sync completed in %s%n", report.elapsed());
            out.printf(
                    "  queued %s, transferring %s, confirming %s, %d polls%n",
                    phases.queue(), phases.transfer(), phases.confirm(), report.polls());
            report.mounts().forEach(mount -> out.println("  " + mount.outcome()));
        });
    }
    // end::report[]

    // tag::live[]
    Flux<OperationEvent> live(Session session) {
        return OperationEvent.streamOf(session.sync().upload())
                .doOnNext(event -> out.println("  " + event.operation().kind() + " " + event.type() + ": "
                        + event.progress().phase()));
    }

    Mono<SyncReport> watched(Session session) { // the same, keeping the report
        return session.sync().upload().contextWrite(OperationEvent.listener(event -> out.println(event.progress())));
    }
    // end::live[]
}
