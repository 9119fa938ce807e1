package io.agentbay.reactive.local.contract;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The contract, against the embedded service")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedServiceContractTests implements ServiceContract {
    private AgentBayLocal service;

    @BeforeAll
    void start(@TempDir Path data) {
        service = AgentBayLocal.start(data);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Override
    public AgentBayClient client() {
        return service.client();
    }

    @Override
    public AgentBayClient.Builder anotherClient() {
        return service.clientBuilder();
    }
}
