/** Tool calls inside a session. */
@NullMarked
package io.agentbay.reactive.internal.tool;

import org.jspecify.annotations.NullMarked;
