/** AgentBay on your own machine: starts, steers and stops the embedded service. */
@NullMarked
package io.agentbay.reactive.local;

import org.jspecify.annotations.NullMarked;
