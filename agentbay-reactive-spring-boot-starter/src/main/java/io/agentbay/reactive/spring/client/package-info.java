/** The client as a bean: where the service is, how the client is set up, and who may change that. */
@NullMarked
package io.agentbay.reactive.spring.client;

import org.jspecify.annotations.NullMarked;
