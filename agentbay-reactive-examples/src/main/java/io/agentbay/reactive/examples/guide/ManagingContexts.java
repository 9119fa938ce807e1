package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import java.io.PrintStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Listing and managing contexts. */
final class ManagingContexts implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    ManagingContexts(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("old-project")
                .thenMany(listAll())
                .then(rename("old-project", "retired-project"))
                .flatMap(context -> clearVisibly(context).then(clear(context)))
                .then(delete("retired-project"));
    }

    // tag::list[]
    Flux<AgentBayContext> listAll() {
        return client.contexts()
                .list() // every page; the next one is fetched when it is asked for
                .doOnNext(context -> out.println(
                        "Context: " + context.name() + " (ID: " + context.id().value() + ")"));
    }
    // end::list[]

    // tag::delete[]
    Mono<Void> delete(String name) {
        return client.contexts()
                .find(name)
                .flatMap(client.contexts()::delete)
                .doOnSuccess(gone -> out.println("Context deleted: " + name));
    }
    // end::delete[]

    // tag::rename-clear[]
    Mono<AgentBayContext> rename(String name, String newName) {
        return client.contexts().get(name).flatMap(context -> client.contexts().rename(context, newName));
    }

    Mono<Void> clear(AgentBayContext context) {
        return client.contexts().clear(context); // completes when the context is empty and available again
    }

    Flux<AgentBayContext.State> clearVisibly(AgentBayContext context) { // the same, with every state on the way
        return client.contexts().clearing(context).doOnNext(state -> out.println("Context is " + state));
    }
    // end::rename-clear[]
}
