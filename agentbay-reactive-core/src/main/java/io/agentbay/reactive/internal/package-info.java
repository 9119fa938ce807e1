/** Puts a client together from its parts. */
@NullMarked
package io.agentbay.reactive.internal;

import org.jspecify.annotations.NullMarked;
