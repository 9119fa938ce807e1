package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** A context mounted in a session. */
final class ContextWithSession implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    ContextWithSession(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return write().then(readInAnother());
    }

    // tag::write[]
    Mono<Void> write() {
        return client.contexts().getOrCreate("my-project").flatMap(context -> {
            var mount = Mount.of(context, "/mnt/data");
            return client.sessions()
                    .use(
                            SessionRequest.mounting(mount),
                            session -> session.files()
                                    .write(mount.resolve("config.json"), "{\"setting\": \"value\"}")
                                    .then(session.files().write(mount.resolve("data.txt"), "Important data")));
        }); // completes after both files are confirmed in the context and the session is gone
    }
    // end::write[]

    // tag::read[]
    Mono<Void> readInAnother() {
        return client.contexts()
                .get("my-project")
                .flatMap(context -> client.sessions()
                        .use(
                                SessionRequest.mounting(
                                        context, "/mnt/data"), // downloaded before the session is handed out
                                session -> session.files().readText("/mnt/data/data.txt")))
                .doOnNext(text -> out.println("Read in another session: " + text))
                .then();
    }
    // end::read[]
}
