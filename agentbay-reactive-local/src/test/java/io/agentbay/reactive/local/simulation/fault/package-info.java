/** What goes wrong. */
@NullMarked
package io.agentbay.reactive.local.simulation.fault;

import org.jspecify.annotations.NullMarked;
