/** What must always hold. */
@NullMarked
package io.agentbay.reactive.local.simulation.invariant;

import org.jspecify.annotations.NullMarked;
