/** What stands behind the operations on contexts. */
@NullMarked
package io.agentbay.reactive.internal.context;

import org.jspecify.annotations.NullMarked;
