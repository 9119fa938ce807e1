package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionControl;
import io.agentbay.reactive.session.SessionInfo;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionState;
import io.agentbay.reactive.session.SessionSummary;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finding sessions again, and keeping them. */
final class SessionCare implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    SessionCare(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.sessions()
                .create(labelled())
                .flatMap(session -> info(session)
                        .then(metrics(session).onErrorResume(ToolFailedException.class, this::unmeasured))
                        .then(recover(session.id()).then())
                        .then(labels(session))
                        .then(pauseAndResume(session))
                        .thenMany(running())
                        .then(session.close().then()));
    }

    private Mono<SessionControl.Metrics> unmeasured(ToolFailedException error) {
        return Mono.fromRunnable(() -> out.println("No metrics: " + error.getMessage()));
    }

    // tag::create[]
    SessionRequest labelled() {
        return SessionRequest.ephemeral().label("team", "nightly").idleTimeout(Duration.ofMinutes(10));
    }

    Flux<SessionSummary> running() {
        return client.sessions()
                .list(SessionQuery.label("team", "nightly").state(SessionState.RUNNING))
                .doOnNext(found -> out.println("Running: " + found.id().value()));
    }

    Mono<Session> recover(SessionId id) { // in another process, too: borrowed, so a shutdown here leaves it alone
        return client.sessions().get(id).delayUntil(session -> session.control().keepAlive());
    }
    // end::create[]

    // tag::control[]
    Mono<SessionInfo> info(Session session) {
        return session.control().info().doOnNext(info -> out.println(info.id().value() + " is " + info.state()));
    }

    Mono<SessionControl.Metrics> metrics(Session session) { // what the machine does not say is null
        return session.control().metrics().doOnNext(now -> out.println("CPUs: " + now.cpus()));
    }

    Mono<Void> labels(Session session) {
        return session.control().replaceLabels(Map.of("team", "nightly", "stage", "checked"));
    }

    Mono<Void> pauseAndResume(Session session) {
        return session.control().pause().then(session.control().resume()); // each completes when the state is reached
    }
    // end::control[]
}
