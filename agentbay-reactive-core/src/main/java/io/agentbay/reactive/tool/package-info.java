/** Tools that run inside a session: any of them by name, and commands as the first typed ones. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.tool;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
