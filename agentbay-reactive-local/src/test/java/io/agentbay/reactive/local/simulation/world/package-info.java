/** Time, chance, network, disks and processes of one run. */
@NullMarked
package io.agentbay.reactive.local.simulation.world;

import org.jspecify.annotations.NullMarked;
