/** Bugs planted on purpose, to see them found. */
@NullMarked
package io.agentbay.reactive.local.simulation.planted;

import org.jspecify.annotations.NullMarked;
