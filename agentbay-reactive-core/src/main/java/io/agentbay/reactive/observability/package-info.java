/** Metrics and traces of a client, by Micrometer. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.observability;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
