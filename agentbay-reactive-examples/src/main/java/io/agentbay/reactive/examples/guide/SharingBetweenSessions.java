package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Sharing data between sessions. */
final class SharingBetweenSessions implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    SharingBetweenSessions(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return oneAfterTheOther().then(handOver()).then();
    }

    // tag::one-after-the-other[]
    Mono<String> oneAfterTheOther() {
        return client.contexts()
                .getOrCreate("shared-project")
                .flatMap(context -> {
                    var request = SessionRequest.mounting(context, "/mnt/shared");
                    var write = client.sessions()
                            .use(
                                    request,
                                    session -> session.files()
                                            .write(
                                                    "/mnt/shared/shared_data.json",
                                                    "{\"message\": \"Hello from session 1\"}"));
                    var read = client.sessions()
                            .use(request, session -> session.files().readText("/mnt/shared/shared_data.json"));
                    return write.then(read); // the first is closed, hence saved; the second begins with the download
                })
                .doOnNext(data -> out.println("Session 2: read data: " + data));
    }
    // end::one-after-the-other[]

    // tag::hand-over[]
    Mono<String> handOver() { // both are open: confirmed in the context, downloaded and compared in the other one
        return client.contexts().getOrCreate("handed-over-project").flatMap(context -> {
            var mount = Mount.of(context, "/mnt/shared", SyncPolicy.manual().keepingDeleted());
            var request = SessionRequest.mounting(mount);
            return client.sessions()
                    .use(
                            request,
                            one -> client.sessions()
                                    .use(
                                            request,
                                            two -> one.files()
                                                    .write(
                                                            "/mnt/shared/shared_data.json",
                                                            "{\"message\": \"Hello from session 1\"}")
                                                    .then(one.handOverTo(two))
                                                    .then(two.files().readText("/mnt/shared/shared_data.json"))));
        });
    }
    // end::hand-over[]
}
