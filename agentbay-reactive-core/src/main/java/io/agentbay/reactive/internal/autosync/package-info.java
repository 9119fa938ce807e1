/** Uploads mounts by this client's own timers while their sessions are open. */
@NullMarked
package io.agentbay.reactive.internal.autosync;

import org.jspecify.annotations.NullMarked;
