/** What can be watched of a client at work: metrics, traces, events. */
@NullMarked
package io.agentbay.reactive.local.observability;

import org.jspecify.annotations.NullMarked;
