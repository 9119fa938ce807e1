package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Creating and getting contexts. */
final class CreatingContexts implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    CreatingContexts(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    // tag::client[]
    static AgentBayClient connect(String apiKey) {
        return AgentBayClient.builder().apiKey(apiKey).build(); // or AgentBayClient.create(), from AGENTBAY_API_KEY
    }
    // end::client[]

    @Override
    public Mono<Void> run() {
        return getOrCreate().then(getExisting()).then(mayBeAbsent("no-such-project"));
    }

    // tag::get-or-create[]
    Mono<AgentBayContext> getOrCreate() {
        return client.contexts().getOrCreate("my-project").doOnNext(context -> {
            out.println("Context ID: " + context.id().value());
            out.println("Context Name: " + context.name());
            out.println("Created At: " + context.createdAt()); // an Instant
        });
    }
    // end::get-or-create[]

    // tag::get[]
    Mono<AgentBayContext> getExisting() {
        return client.contexts().get("my-project"); // NotFoundException if there is none
    }

    Mono<Void> mayBeAbsent(String name) {
        return client.contexts()
                .find(name) // empty if there is none
                .doOnNext(context -> out.println("Found context: " + context.name()))
                .switchIfEmpty(Mono.fromRunnable(() -> out.println("Context does not exist")))
                .then();
    }
    // end::get[]
}
