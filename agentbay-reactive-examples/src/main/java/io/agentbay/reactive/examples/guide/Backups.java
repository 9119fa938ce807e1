package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.snapshot.Snapshot;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneOffset;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Backup strategies: a daily backup that holds what it says. */
final class Backups implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    Backups(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("my-project")
                .flatMap(context -> client.contexts()
                        .files(context)
                        .write("/mnt/data/backed-up.txt", "Important data")
                        .then(daily("my-project"))
                        .thenMany(list(context))
                        .then());
    }

    // tag::daily[]
    Mono<Snapshot> daily(String contextName) {
        return client.contexts()
                .get(contextName)
                .flatMap(client.backups()::daily) // today's if there is one and it verifies
                .doOnNext(backup -> out.printf(
                        "Backup created: %s, %d files, %d bytes%n", backup.name(), backup.files(), backup.bytes()));
    }

    Flux<Snapshot> everyNight(AgentBayContext context) {
        return client.backups().schedule(context, LocalTime.of(3, 0), ZoneOffset.UTC); // while subscribed
    }
    // end::daily[]

    // tag::list[]
    Flux<Snapshot> list(AgentBayContext context) {
        return client.backups()
                .list(context)
                .doOnNext(backup -> out.println("Backup: " + backup.name() + " (ID: " + backup.id() + ")"));
    }
    // end::list[]
}
