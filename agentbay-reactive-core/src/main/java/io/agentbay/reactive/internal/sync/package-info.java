/** Sync rounds that confirm: settle, quiet, pace, trigger, accept. */
@NullMarked
package io.agentbay.reactive.internal.sync;

import org.jspecify.annotations.NullMarked;
