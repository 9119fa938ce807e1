/** The small interfaces through which every remote call can be watched and shaped. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.pipeline;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
