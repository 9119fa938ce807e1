package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class BindingLaterTests {

    private final Output out = new Output();

    @Test
    void aBoundContextIsSavedWithTheSession(AgentBayClient client) {
        new BindingLater(client, out.stream()).run().block();
        assertThat(out.text()).contains("Bound: /mnt/late");
        var context = client.contexts().get("bound-project").block();
        assertThat(client.contexts().files(context).readText("/mnt/late/a.txt").block())
                .contains("saved");
    }
}
