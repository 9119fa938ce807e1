package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Binding;
import io.agentbay.reactive.sync.Mount;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Mounting a context in a session that is already running. */
final class BindingLater implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    BindingLater(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("bound-project")
                .flatMap(context -> client.sessions()
                        .use(
                                SessionRequest.ephemeral(),
                                session -> bind(session, Mount.of(context, "/mnt/late"))
                                        .thenMany(session.sync().bindings())
                                        .doOnNext(binding -> out.println("Bound: " + binding.path()))
                                        .then(session.files()
                                                .write("/mnt/late/a.txt", "saved when the session is closed"))));
    }

    // tag::bind[]
    Mono<Binding> bind(Session session, Mount mount) {
        return session.sync().bind(mount); // completes when the service lists it and its files are there
    }
    // end::bind[]
}
