package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.error.SyncConflictException;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.UploadRequest;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class CollaborationTests {

    private final Output out = new Output();

    @Test
    void bothUsersFilesAreInTheContext(AgentBayClient client) {
        var context = client.contexts().getOrCreate("team").block();
        new Collaboration(client, out.stream()).collaborate(context).block();
        assertThat(out.text()).contains("User B sees: Task 1: Setup environment");
        var files = client.contexts().files(context);
        assertThat(files.readText("/mnt/team/task_list.txt").block()).contains("Write code");
        assertThat(files.readText("/mnt/team/progress.txt").block()).contains("Completed");
    }

    @Test
    void whoComesLateIsToldInsteadOfOverwriting(AgentBayClient client) {
        var context = client.contexts().getOrCreate("team").block();
        var section = new Collaboration(client, out.stream());
        var team = SessionRequest.mounting(
                Mount.of(context, "/mnt/team", SyncPolicy.manual().keepingDeleted()));
        var late = client.sessions()
                .use(
                        team,
                        a -> client.sessions()
                                .use(
                                        team,
                                        b -> section.plan(a)
                                                .then(b.sync()
                                                        .download(DownloadRequest.all()
                                                                .versioned()))
                                                .flatMap(seen -> a.sync()
                                                        .persist("/mnt/team/task_list.txt", "changed by A")
                                                        .then(b.files()
                                                                .write("/mnt/team/task_list.txt", "changed by B"))
                                                        .then(b.sync()
                                                                .upload(UploadRequest.all()
                                                                        .ifUnchangedSince(seen))))
                                                .map(uploaded -> "overwritten")
                                                .onErrorResume(
                                                        SyncConflictException.class,
                                                        conflict -> b.files()
                                                                .readText("/mnt/team/task_list.txt")
                                                                .map(text -> conflict.paths() + " " + text)
                                                                .delayUntil(text -> b.sync()
                                                                        .download(DownloadRequest.all()
                                                                                .overwritingUnsaved())))));
        assertThat(late.block()).contains("task_list.txt").endsWith("changed by B");
        assertThat(client.contexts()
                        .files(context)
                        .readText("/mnt/team/task_list.txt")
                        .block())
                .isEqualTo("changed by A");
    }
}
