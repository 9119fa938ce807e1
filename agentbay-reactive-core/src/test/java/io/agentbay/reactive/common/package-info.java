/** The small values. */
@NullMarked
package io.agentbay.reactive.common;

import org.jspecify.annotations.NullMarked;
