/** The door: a client of AgentBay and its builder. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
