package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionState;
import io.agentbay.reactive.session.SessionSummary;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class SessionCareTests {

    private final Output out = new Output();

    @Test
    void aSessionIsFoundAgainByIdAndByLabel(AgentBayClient client) {
        var section = new SessionCare(client, out.stream());
        var session = client.sessions().create(section.labelled()).block();
        assertThat(section.recover(session.id()).block().id()).isEqualTo(session.id());
        assertThat(section.running().map(SessionSummary::id).collectList().block())
                .containsExactly(session.id());
        session.close().block();
        assertThat(section.running().collectList().block()).isEmpty();
    }

    @Test
    void aRecoveredSessionIsBorrowedOnly(AgentBayClient client, AgentBayLocal local) {
        var section = new SessionCare(client, out.stream());
        var session = client.sessions().create(section.labelled()).block();
        try (var other = local.clientBuilder().build()) {
            assertThat(other.sessions().get(session.id()).block().id()).isEqualTo(session.id());
        }
        assertThat(section.info(session).block().state()).isEqualTo(SessionState.RUNNING);
    }

    @Test
    void theSectionRunsAndLeavesNothingBehind(AgentBayClient client) {
        new SessionCare(client, out.stream()).run().block();
        assertThat(out.text()).contains("is RUNNING").contains("Running: ");
        assertThat(client.sessions().list(SessionQuery.all()).collectList().block())
                .isEmpty();
    }
}
