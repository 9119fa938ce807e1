package io.agentbay.reactive.spring.local;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.spring.client.AgentBayConnectionDetails;

/** The way to the embedded service. */
final class LocalConnectionDetails implements AgentBayConnectionDetails {

    private final AgentBayLocal service;

    LocalConnectionDetails(AgentBayLocal service) {
        this.service = service;
    }

    @Override
    public String apiKey() {
        return service.apiKey();
    }

    @Override
    public String endpoint() {
        return service.endpoint().toString();
    }
}
