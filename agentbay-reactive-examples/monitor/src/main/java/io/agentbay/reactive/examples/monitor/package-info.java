/** A web application that runs syncs on request and shows them live. */
@NullMarked
package io.agentbay.reactive.examples.monitor;

import org.jspecify.annotations.NullMarked;
