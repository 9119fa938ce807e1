/** Typed faults a test arms in the embedded service: on a call, or on the service's own sync task. */
@NullMarked
package io.agentbay.reactive.local.fault;

import org.jspecify.annotations.NullMarked;
