package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import java.io.PrintStream;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hierarchical names for contexts. */
final class ContextOrganization implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    ContextOrganization(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return organize().then();
    }

    // tag::names[]
    Flux<AgentBayContext> organize() {
        var names = Stream.of("dev", "staging", "prod")
                .map(stage -> AgentBayContext.name("project", "alpha", stage)) // project-alpha-dev, ...
                .toList();
        return client.contexts()
                .getOrCreateAll(names) // a few at a time
                .thenMany(client.contexts().list("project-alpha-"))
                .doOnNext(context -> out.println("Created context: " + context.name()));
    }
    // end::names[]
}
