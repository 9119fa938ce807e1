/** Snapshots: taken, proved, compared, restored and pruned over stores of objects. */
@NullMarked
package io.agentbay.reactive.internal.snapshot;

import org.jspecify.annotations.NullMarked;
