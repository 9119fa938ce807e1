package io.agentbay.reactive.spring.client;

import io.agentbay.reactive.AgentBayClient;

/**
 * Changes the builder of the application's client after everything else was said to it. Beans of this type are called in
 * their order. {@code httpClient(..)} replaces what {@code agentbay.ssl.bundle} set.
 */
@FunctionalInterface
public interface AgentBayClientCustomizer {

    /** Called once, while the client is made; returns the builder to go on with. */
    AgentBayClient.Builder customize(AgentBayClient.Builder builder);
}
