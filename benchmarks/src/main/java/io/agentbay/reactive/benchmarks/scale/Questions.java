package io.agentbay.reactive.benchmarks.scale;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a full service is asked: listings, syncs, and what its page shows. */
final class Questions {

    private static final int TURNS = 3;
    private static final int SESSIONS = 100;
    private static final int AT_ONCE = 16;

    private final AgentBayLocal local;
    private final AgentBayClient client;
    private final int contexts;

    Questions(AgentBayLocal local, int contexts) {
        this.local = local;
        this.client = local.client();
        this.contexts = contexts;
    }

    void run(Times times) {
        for (int turn = 0; turn < TURNS; turn++) {
            List<AgentBayContext> all = times.take("list " + contexts + " contexts", this::list);
            times.take("list the files of each of them, 16 at once", () -> files(all));
            times.take("list the large folder", () -> folder());
            times.take("sync: 100 sessions mount, write, upload and close, 16 at once", () -> sessions(all));
            large(times);
            times.take("page: 200 of all contexts", () -> page("/contexts?max=200"));
            times.take(
                    "page: 1,000 files of the large folder",
                    () -> page("/contexts/" + large().id().value() + "/files?max=1000&folder=" + Filling.FOLDER));
            times.take("page: overview", () -> page("/overview"));
        }
    }

    Object firstPage() {
        return Objects.requireNonNull(client.contexts().list().take(100).count().block());
    }

    private List<AgentBayContext> list() {
        List<AgentBayContext> all =
                Objects.requireNonNull(client.contexts().list().collectList().block());
        if (all.size() < contexts) {
            throw new IllegalStateException("only " + all.size() + " contexts are listed");
        }
        return all;
    }

    private long files(List<AgentBayContext> all) {
        return Objects.requireNonNull(Flux.fromIterable(all)
                .flatMap(context -> client.contexts().files(context).list("/mnt/data"), AT_ONCE)
                .count()
                .block());
    }

    private AgentBayContext large() {
        return Objects.requireNonNull(client.contexts().get(Filling.LARGE).block());
    }

    private long folder() {
        return Objects.requireNonNull(
                client.contexts().files(large()).list(Filling.FOLDER).count().block());
    }

    private long sessions(List<AgentBayContext> all) {
        return Objects.requireNonNull(Flux.fromIterable(all)
                .filter(context -> !context.name().equals(Filling.LARGE))
                .take(SESSIONS)
                .flatMap(this::session, AT_ONCE)
                .count()
                .block());
    }

    private Mono<Boolean> session(AgentBayContext context) {
        return client.sessions()
                .use(
                        SessionRequest.mounting(context, "/mnt/data"),
                        session -> session.files()
                                .write("/mnt/data/new.txt", "new at " + System.nanoTime())
                                .then(session.sync().upload())
                                .thenReturn(true));
    }

    private void large(Times times) {
        SessionRequest request = SessionRequest.mounting(large(), "/mnt/data");
        Session session = times.take(
                "sync: the large context down into a session",
                () -> Objects.requireNonNull(client.sessions().create(request).block()));
        times.take(
                "sync: the large context up, one file changed",
                () -> Objects.requireNonNull(session.files()
                        .write("/mnt/data/large/file-000000.txt", "changed at " + System.nanoTime())
                        .then(session.sync().upload())
                        .block()));
        session.close().block();
    }

    private String page(String path) {
        var request = HttpRequest.newBuilder(URI.create(local.endpoint() + "/_local" + path));
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
