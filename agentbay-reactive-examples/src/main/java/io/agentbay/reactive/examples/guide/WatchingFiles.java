package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import java.io.PrintStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Watching the files of a session while work goes on. */
final class WatchingFiles implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    WatchingFiles(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("watched-project")
                .flatMap(context -> watch(Mount.of(context, "/mnt/data")).then());
    }

    // tag::watch[]
    Flux<FileChange> watch(Mount mount) {
        return client.sessions()
                .useMany(
                        SessionRequest.mounting(mount),
                        session -> session.files()
                                .watchWhile(
                                        mount.path(),
                                        session.files()
                                                .write(mount.resolve("result.txt"), "42")) // watches before it works
                                .doOnNext(change -> out.println(change.kind() + " " + change.path())));
    }
    // end::watch[]
}
