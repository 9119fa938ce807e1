/** What can be made to go wrong in the embedded service, to see how it shows. */
@NullMarked
package io.agentbay.reactive.examples.monitor.fault;

import org.jspecify.annotations.NullMarked;
