/** Snapshots in a local directory, side by side with restic. */
@NullMarked
package io.agentbay.reactive.benchmarks.snapshot;

import org.jspecify.annotations.NullMarked;
