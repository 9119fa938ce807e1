package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class SharingBetweenSessionsTests {

    private final Output out = new Output();

    @Test
    void theSecondSessionReadsWhatTheFirstOneWrote(AgentBayClient client) {
        assertThat(new SharingBetweenSessions(client, out.stream())
                        .oneAfterTheOther()
                        .block())
                .isEqualTo("{\"message\": \"Hello from session 1\"}");
        assertThat(client.sessions().owned()).isEmpty();
    }

    @Test
    void aLiveSessionIsHandedWhatTheOtherOneWrote(AgentBayClient client) {
        assertThat(new SharingBetweenSessions(client, out.stream()).handOver().block())
                .isEqualTo("{\"message\": \"Hello from session 1\"}");
        assertThat(client.sessions().owned()).isEmpty();
    }
}
