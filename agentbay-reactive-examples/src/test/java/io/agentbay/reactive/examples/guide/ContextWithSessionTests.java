package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.local.fault.Faults;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

@AgentBayLocalTest
class ContextWithSessionTests {

    private final Output out = new Output();

    @Test
    void whatOneSessionWroteAnotherReadsAndNoneIsLeft(AgentBayClient client) {
        var section = new ContextWithSession(client, out.stream());
        section.run().block();
        assertThat(out.text()).contains("Read in another session: Important data");
        assertThat(client.sessions().owned()).isEmpty();
    }

    @Test
    void aSessionThatCouldNotBeSavedIsKeptAndSaysWhy(AgentBayClient client, Faults faults) {
        faults.onUpload("/mnt/data").fail("disk full");
        StepVerifier.create(new ContextWithSession(client, out.stream()).write())
                .verifyErrorSatisfies(error -> assertThat(((SessionNotSavedException) error)
                                .mounts()
                                .get(0)
                                .reason())
                        .contains("disk full"));
        assertThat(client.sessions().owned()).hasSize(1);
    }
}
