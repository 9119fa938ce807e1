package io.agentbay.reactive.local.contract;

import io.agentbay.reactive.AgentBayClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Costs real session time; runs only for somebody whose key is in the environment. */
@DisplayName("The contract, against the service that AGENTBAY_API_KEY and AGENTBAY_ENDPOINT name")
@EnabledIfEnvironmentVariable(
        named = "AGENTBAY_API_KEY",
        matches = ".+",
        disabledReason = "no AGENTBAY_API_KEY: the contract was not tried against the real service")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealServiceContractTests implements ServiceContract {
    private AgentBayClient client;

    @BeforeAll
    void connect() {
        client = AgentBayClient.create();
    }

    @AfterAll
    void close() {
        client.shutdown(Duration.ofMinutes(2)).block(Duration.ofMinutes(3));
    }

    @Override
    public AgentBayClient client() {
        return client;
    }

    @Override
    public AgentBayClient.Builder anotherClient() {
        return AgentBayClient.builder();
    }
}
