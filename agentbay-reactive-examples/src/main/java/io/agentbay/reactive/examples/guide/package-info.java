/** The persistence guide as programs: one class for each of its sections, run by {@code ./guide}. */
@NullMarked
package io.agentbay.reactive.examples.guide;

import org.jspecify.annotations.NullMarked;
