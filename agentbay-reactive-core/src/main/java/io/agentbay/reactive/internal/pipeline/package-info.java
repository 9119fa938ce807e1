/** The stages every remote call passes, outer to inner, in one order. */
@NullMarked
package io.agentbay.reactive.internal.pipeline;

import org.jspecify.annotations.NullMarked;
