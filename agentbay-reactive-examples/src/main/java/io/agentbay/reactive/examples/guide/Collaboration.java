package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Multi-user collaboration on one context. */
final class Collaboration implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    Collaboration(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("team-project")
                .flatMap(this::collaborate)
                .then();
    }

    // tag::collaborate[]
    Mono<SyncReport> collaborate(AgentBayContext context) {
        // Managed, because the service would upload an automatic mount at release: the older over the newer.
        var team = SessionRequest.mounting(
                Mount.of(context, "/mnt/team", SyncPolicy.manual().keepingDeleted()));
        return client.sessions().use(team, a -> client.sessions().use(team, b -> plan(a).then(join(b))));
    }

    Mono<SyncReport> plan(Session userA) {
        return userA.sync().persist("/mnt/team/task_list.txt", "Task 1: Setup environment\nTask 2: Write code");
    }

    Mono<SyncReport> join(Session userB) {
        return userB.sync()
                .download(DownloadRequest.all().versioned())
                .flatMap(seen -> userB.files()
                        .readText("/mnt/team/task_list.txt")
                        .doOnNext(tasks -> out.println("User B sees: " + tasks))
                        .then(userB.files().write("/mnt/team/progress.txt", "Task 1: Completed\nTask 2: In progress"))
                        .then(userB.sync()
                                .upload(UploadRequest.all()
                                        .ifUnchangedSince(seen)))); // SyncConflictException if A uploaded meanwhile
    }
    // end::collaborate[]
}
