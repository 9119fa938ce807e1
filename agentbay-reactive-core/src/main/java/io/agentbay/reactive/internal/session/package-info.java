/** Sessions from create to confirmed end: one state per session, ownership, nothing lost on cancel. */
@NullMarked
package io.agentbay.reactive.internal.session;

import org.jspecify.annotations.NullMarked;
