/** How long a local service takes that holds many contexts and files. */
@NullMarked
package io.agentbay.reactive.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
