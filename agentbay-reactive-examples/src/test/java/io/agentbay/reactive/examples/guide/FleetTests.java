package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class FleetTests {

    private final Output out = new Output();

    @Test
    void everyJobIsSavedInItsOwnContext(AgentBayClient client) {
        assertThat(new Fleet(client, out.stream()).runAll(12, 6).block()).isEqualTo(12);
        assertThat(client.contexts()
                        .list("fleet-job-")
                        .map(AgentBayContext::name)
                        .collectList()
                        .block())
                .hasSize(12);
        assertThat(client.sessions().owned()).isEmpty();
    }

    @Test
    void aSweepSavesAndClosesWhatAnotherProcessLeft(AgentBayClient client, AgentBayLocal local) {
        var context = client.contexts().getOrCreate("left").block();
        try (var crashed = local.clientBuilder().build()) {
            var request = SessionRequest.mounting(context, "/mnt/data").label("fleet", "nightly");
            var session = crashed.sessions().create(request).block();
            session.files().write("/mnt/data/a.txt", "left").block();
            assertThat(session.detach()).isEqualTo(session.id());
        }
        new Fleet(client, out.stream()).sweep().block();
        assertThat(client.sessions().list(SessionQuery.all()).collectList().block())
                .isEmpty();
        var read = client.sessions()
                .use(
                        SessionRequest.mounting(context, "/mnt/data"),
                        session -> session.files().readText("/mnt/data/a.txt"));
        assertThat(read.block()).isEqualTo("left");
    }
}
