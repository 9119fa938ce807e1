/** Operations and their events: who is told what, once. */
@NullMarked
package io.agentbay.reactive.internal.event;

import org.jspecify.annotations.NullMarked;
