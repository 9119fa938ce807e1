/** Whether the service answers, for the health endpoint. */
@NullMarked
package io.agentbay.reactive.spring.health;

import org.jspecify.annotations.NullMarked;
