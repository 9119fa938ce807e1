/** The service's actions, typed, exactly as the protocol spells them. */
@NullMarked
package io.agentbay.reactive.internal.wire;

import org.jspecify.annotations.NullMarked;
