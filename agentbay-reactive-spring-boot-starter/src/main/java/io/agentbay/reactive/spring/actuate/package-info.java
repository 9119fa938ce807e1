/** What the client is doing and what it owns, as an actuator endpoint. */
@NullMarked
package io.agentbay.reactive.spring.actuate;

import org.jspecify.annotations.NullMarked;
