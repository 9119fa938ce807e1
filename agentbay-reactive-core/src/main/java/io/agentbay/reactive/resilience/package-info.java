/** Retries and circuit breakers, by Resilience4j; registries of the application are used when it gives them. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.resilience;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
