/** The one door to time, randomness, threads and local files, so that one seeded scheduler can drive everything. */
@NullMarked
package io.agentbay.reactive.internal.runtime;

import org.jspecify.annotations.NullMarked;
