package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.error.SyncUnconfirmedException;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.SyncReport;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Error handling for persistence: a write that is known to have arrived, or an error. */
final class SafeWrite implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    SafeWrite(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("safe-project")
                .flatMap(context -> client.sessions()
                        .use(
                                SessionRequest.mounting(context, "/mnt/data"),
                                session -> withErrors(session, "{\"kept\": true}")))
                .then();
    }

    // tag::persist[]
    Mono<SyncReport> safeWrite(Session session, String data) {
        return session.sync()
                .persist("/mnt/data/important.json", data) // written, uploaded, read back and compared
                .doOnNext(
                        report -> out.println("Data written and persisted, every byte compared: " + report.verified()));
    }
    // end::persist[]

    // tag::errors[]
    Mono<SyncReport> withErrors(Session session, String data) {
        return safeWrite(session, data)
                .doOnError(
                        SyncFailedException.class,
                        no -> no.mounts()
                                .forEach(mount -> out.println(
                                        mount.path() + ": " + mount.reason()))) // the service said no, and why
                .onErrorResume(
                        SyncUnconfirmedException.class,
                        unknown -> // nobody knows yet: go on asking
                        session.sync().resume(unknown.ticket()))
                .doOnError(
                        AgentBayException.class,
                        error -> out.printf(
                                "%s failed (%s, request %s); may have happened anyway: %s%n",
                                error.operation(), error.code(), error.requestId(), error.mayHaveHappened()));
    }
    // end::errors[]
}
