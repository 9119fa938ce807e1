/** What a run of many seeds says, and what the documentation says of it. */
@NullMarked
package io.agentbay.reactive.local.simulation.report;

import org.jspecify.annotations.NullMarked;
