/** The page itself. */
@NullMarked
package io.agentbay.reactive.examples.monitor.page;

import org.jspecify.annotations.NullMarked;
