/** From a failing seed to the few things that make it fail. */
@NullMarked
package io.agentbay.reactive.local.simulation.shrink;

import org.jspecify.annotations.NullMarked;
