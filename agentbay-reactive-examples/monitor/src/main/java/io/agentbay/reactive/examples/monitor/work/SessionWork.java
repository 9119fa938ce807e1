package io.agentbay.reactive.examples.monitor.work;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What each session of a piece of work does: write its files, upload them, again and again, and be closed. */
final class SessionWork {

    private static final String PATH = "/home/wuying/data";

    private final AgentBayClient client;
    private final WorkRequest request;

    SessionWork(AgentBayClient client, WorkRequest request) {
        this.client = client;
        this.request = request;
    }

    /** All sessions, each with a context of its own; one that fails stops no other, and its error comes at the end. */
    Flux<Void> all() {
        return Flux.range(1, request.sessions()).flatMapDelayError(this::one, request.atOnce(), 1);
    }

    private Mono<Void> one(int number) {
        return client.contexts()
                .getOrCreate(AgentBayContext.name(request.context(), Integer.toString(number)))
                .map(context -> Mount.of(context, PATH, SyncPolicy.manual().keepingDeleted()))
                .flatMap(mount -> client.sessions()
                        .use(
                                SessionRequest.mounting(mount).label("monitor", "work"),
                                session -> rounds(session, mount).then()));
    }

    private Flux<SyncReport> rounds(Session session, Mount mount) {
        return Flux.range(1, request.rounds())
                .concatMap(round -> Flux.range(1, request.files())
                        .flatMap(
                                file -> session.files()
                                        .write(mount.resolve("file-" + file + ".txt"), text(round, file)),
                                4)
                        .then(session.sync().upload(upload())));
    }

    private UploadRequest upload() {
        return Boolean.TRUE.equals(request.verified()) ? UploadRequest.all().verified() : UploadRequest.all();
    }

    private String text(int round, int file) {
        var line = "Round " + round + ", file " + file + ".\n";
        return line.repeat(request.kilobytes() * 1024 / line.length() + 1);
    }
}
