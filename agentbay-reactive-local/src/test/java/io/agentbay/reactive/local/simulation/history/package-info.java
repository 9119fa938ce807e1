/** What was told, and what was true. */
@NullMarked
package io.agentbay.reactive.local.simulation.history;

import org.jspecify.annotations.NullMarked;
