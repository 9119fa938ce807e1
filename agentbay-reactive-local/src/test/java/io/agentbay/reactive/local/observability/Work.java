package io.agentbay.reactive.local.observability;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.sync.SyncReport;
import java.nio.file.Path;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Some of everything a client can do, so that there is something to watch. */
final class Work {

    static final String MOUNT = "/mnt/data";

    private final AgentBayClient client;

    Work(AgentBayClient client) {
        this.client = client;
    }

    <T> Mono<T> inSession(String context, Function<Session, Mono<T>> work) {
        return client.contexts()
                .getOrCreate(context)
                .flatMap(found -> client.sessions().use(SessionRequest.mounting(found, MOUNT), work));
    }

    Mono<SyncReport> persist(String context) {
        return inSession(context, session -> session.sync().persist(MOUNT + "/a.txt", "content"));
    }

    Mono<Void> everything(Path directory) {
        return inSession(
                        "watched",
                        session -> session.sync()
                                .persist(MOUNT + "/a.txt", "content")
                                .then(session.files().write(MOUNT + "/b.txt", "more"))
                                .then(session.sync().upload())
                                .then(session.sync().download()))
                .then(client.contexts().get("watched"))
                .flatMap(context -> copies(context, directory).then(snapshots(context)))
                .then(client.contexts().get("no-such-context"))
                .then()
                .onErrorResume(NotFoundException.class, expected -> Mono.empty());
    }

    private Mono<Void> copies(AgentBayContext context, Path directory) {
        var files = client.contexts().files(context);
        return files.copyTo(directory, MOUNT, Selector.all())
                .then(files.copyFrom(directory, "/copied", Selector.all()))
                .then();
    }

    private Mono<Void> snapshots(AgentBayContext context) {
        return client.snapshots()
                .create(context, "first")
                .flatMap(snapshot -> client.snapshots().verify(snapshot, Depth.full()))
                .then();
    }
}
