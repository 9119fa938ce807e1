/** One seed, one history: the client, the service and everything between them on one virtual timeline. */
@NullMarked
package io.agentbay.reactive.local.simulation;

import org.jspecify.annotations.NullMarked;
