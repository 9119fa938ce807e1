package io.agentbay.reactive.spring.client;

import io.agentbay.reactive.config.ClientOptions;

/**
 * Changes the options of the application's client, beginning with those its properties say. Beans of this type are called
 * in their order.
 */
@FunctionalInterface
public interface ClientOptionsCustomizer {

    /** Returns the options to go on with. */
    ClientOptions customize(ClientOptions options);
}
