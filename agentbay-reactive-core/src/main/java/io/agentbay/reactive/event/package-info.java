/** What long operations tell while they run: one family of events, the operation they belong to, and their progress. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.event;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
