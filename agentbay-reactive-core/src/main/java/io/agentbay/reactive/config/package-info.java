/** Immutable options of a client, and options of a single call. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.config;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
