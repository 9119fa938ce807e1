package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class CheckingRequestsTests {

    private final Output out = new Output();

    @Test
    void everyMistakeIsNamedWithItsFixAndNothingIsSent(AgentBayClient client, AgentBayLocal local) {
        new CheckingRequests(client, out.stream()).run().block();
        assertThat(out.text().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("ERROR mounts[0].policy.selector.paths[0]: ")
                        .contains("Say \"src\""))
                .anySatisfy(line -> assertThat(line).startsWith("ERROR mounts[1].path: "))
                .anySatisfy(line -> assertThat(line).startsWith("WARNING mounts[1].policy.lifecycle: "))
                .contains("Refused after 0 requests");
        assertThat(local.requests()).noneMatch(request -> request.action().equals("CreateMcpSession"));
    }

    @Test
    void anArchiveHoldsWhatTheNextSessionFinds(AgentBayClient client) {
        var context = context(client);
        assertThat(roundTrip(client, context, CheckingRequests.ARCHIVED, "a.txt"))
                .isEqualTo("kept");
        assertThat(client.contexts().files(context).find("/mnt/data/a.txt").block())
                .as("as a file of its own")
                .isNull();
    }

    @Test
    void onlyTheNamedPathsAreKept(AgentBayClient client) {
        var context = context(client);
        assertThat(roundTrip(client, context, CheckingRequests.SOURCES, "src/a.txt"))
                .isEqualTo("kept");
        assertThat(client.contexts().files(context).find("/mnt/data/src/a.txt").block())
                .isNotNull();
    }

    @Test
    void whatIsPackedStaysPacked(AgentBayClient client) {
        assertThat(roundTrip(client, context(client), CheckingRequests.PACKED, "a.zip"))
                .isEqualTo("kept");
    }

    @Test
    void filesOfAnotherPathAppearAtThisOne(AgentBayClient client) {
        var context = context(client);
        client.contexts().files(context).write("/mnt/old/a.txt", "kept").block();
        assertThat(read(client, context, CheckingRequests.MOVED, "a.txt")).isEqualTo("kept");
    }

    private static AgentBayContext context(AgentBayClient client) {
        return client.contexts().getOrCreate("checked").block();
    }

    private static String roundTrip(AgentBayClient client, AgentBayContext context, SyncPolicy policy, String name) {
        var mount = Mount.of(context, "/mnt/data", policy);
        client.sessions()
                .use(SessionRequest.mounting(mount), session -> session.files().write(mount.resolve(name), "kept"))
                .block();
        return read(client, context, policy, name);
    }

    private static String read(AgentBayClient client, AgentBayContext context, SyncPolicy policy, String name) {
        var mount = Mount.of(context, "/mnt/data", policy);
        return client.sessions()
                .use(SessionRequest.mounting(mount), session -> session.files().readText(mount.resolve(name)))
                .block();
    }
}
