/** Small values without I/O that every other package speaks in: ids, figures, content, outcomes. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.common;

import org.jspecify.annotations.NullMarked;
