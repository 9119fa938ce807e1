/** What people and tests steer a running service by: faults, clock, journal, a look at everything; as JSON and as a page. */
@NullMarked
package io.agentbay.reactive.local.control;

import org.jspecify.annotations.NullMarked;
