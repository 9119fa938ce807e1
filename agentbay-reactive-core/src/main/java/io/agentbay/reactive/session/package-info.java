/** Sessions: asking for one, working in it, closing it so that nothing is lost, and knowing which are still open. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.session;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
