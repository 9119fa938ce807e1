/** The client's events as server-sent events, for any number of browsers. */
@NullMarked
package io.agentbay.reactive.examples.monitor.live;

import org.jspecify.annotations.NullMarked;
