/** Mounts, how they are kept in step with their contexts, and what a sync is asked for and reports. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
