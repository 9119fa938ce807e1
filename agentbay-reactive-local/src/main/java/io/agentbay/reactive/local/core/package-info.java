/** The embedded AgentBay service as a pure state machine: no threads, no timers, no sockets, no wall clock. */
@NullMarked
package io.agentbay.reactive.local.core;

import org.jspecify.annotations.NullMarked;
