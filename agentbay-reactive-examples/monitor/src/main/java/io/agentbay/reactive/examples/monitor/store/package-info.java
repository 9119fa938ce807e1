/** What is kept: contexts and their snapshots. */
@NullMarked
package io.agentbay.reactive.examples.monitor.store;

import org.jspecify.annotations.NullMarked;
