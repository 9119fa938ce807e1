package io.agentbay.reactive.spring.local;

import io.agentbay.reactive.local.LocalOptions;

/**
 * Changes how the embedded service runs, beginning with what {@code agentbay.local.*} says. Beans of this type are called
 * in their order.
 */
@FunctionalInterface
public interface LocalOptionsCustomizer {

    /** Returns the options to go on with. */
    LocalOptions customize(LocalOptions options);
}
