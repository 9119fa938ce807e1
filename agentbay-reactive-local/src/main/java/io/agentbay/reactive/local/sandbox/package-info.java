/** Runs commands and code of sessions: confined by bubblewrap, or unconfined where the operator asked for that. */
@NullMarked
package io.agentbay.reactive.local.sandbox;

import org.jspecify.annotations.NullMarked;
