/** What the monitor does on request: sessions that write and sync, until they are done or stopped. */
@NullMarked
package io.agentbay.reactive.examples.monitor.work;

import org.jspecify.annotations.NullMarked;
