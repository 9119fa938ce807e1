/** Snapshots and backups of contexts: made, proved, compared, restored, thinned out. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
