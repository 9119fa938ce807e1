/** Everything that can go wrong, by type: each error says what was done, how often, and whether it may have happened. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.error;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
