package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

@AgentBayLocalTest
class CreatingContextsTests {

    private final Output out = new Output();

    @Test
    void createsOnceAndThenGetsTheSame(AgentBayClient client) {
        var section = new CreatingContexts(client, out.stream());
        var created = section.getOrCreate().block();
        assertThat(section.getOrCreate().block().id()).isEqualTo(created.id());
        assertThat(section.getExisting().block()).isEqualTo(created);
        assertThat(out.text())
                .contains("Context ID: " + created.id().value())
                .contains("Created At: " + created.createdAt());
    }

    @Test
    void aContextThatDoesNotExistIsAnErrorOrEmptyNeverCreated(AgentBayClient client) {
        var section = new CreatingContexts(client, out.stream());
        StepVerifier.create(section.getExisting()).verifyError(NotFoundException.class);
        StepVerifier.create(section.mayBeAbsent("my-project")).verifyComplete();
        assertThat(out.text()).contains("Context does not exist");
        assertThat(client.contexts().list().collectList().block()).isEmpty();
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> CreatingContexts.connect(" ")).hasMessageContaining("key");
    }
}
