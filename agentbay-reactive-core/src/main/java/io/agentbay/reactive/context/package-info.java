/** Contexts: named storage that outlives the sessions which mount it. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.context;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
