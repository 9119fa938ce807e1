/** What clients do. */
@NullMarked
package io.agentbay.reactive.local.simulation.workload;

import org.jspecify.annotations.NullMarked;
