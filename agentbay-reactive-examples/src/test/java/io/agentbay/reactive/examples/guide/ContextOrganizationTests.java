package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import org.junit.jupiter.api.Test;

@AgentBayLocalTest
class ContextOrganizationTests {

    private final Output out = new Output();

    @Test
    void everyStageIsThereAndListedByItsPrefix(AgentBayClient client) {
        client.contexts().getOrCreate("project-alphabet").block();
        var names = new ContextOrganization(client, out.stream())
                .organize()
                .map(AgentBayContext::name)
                .collectList()
                .block();
        assertThat(names).containsExactlyInAnyOrder("project-alpha-dev", "project-alpha-staging", "project-alpha-prod");
    }
}
